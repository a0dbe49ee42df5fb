/** The job that `init` writes for GitLab CI, as a file of its own for others to include. */
import { shellWord } from '../shell-word.ts';

export const gitlabJobPath = '.gitlab/tajcheck.gitlab-ci.yml';

export const gitlabPipeline = `include:
  - local: ${gitlabJobPath}
`;

export function gitlabJob(version: string, input: string): string {
  return `# Checks the itineraries of every merge request. Findings stand in its Code Quality and test reports.
tajcheck:
  image: node:22-slim
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
    # Days to apply by come nearer while nobody changes a file: for a schedule of the pipeline.
    - if: $CI_PIPELINE_SOURCE == "schedule"
  script:
    # This version until you change it: knowledge comes with it, and a build does not change by itself.
    - >-
      npx --yes tajcheck@${version} check ${shellWord(input)}
      --format compact
      --format gitlab=gl-code-quality-report.json
      --format junit=tajcheck-junit.xml
  artifacts:
    when: always
    reports:
      codequality: gl-code-quality-report.json
      junit: tajcheck-junit.xml
`;
}
