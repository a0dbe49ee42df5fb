/** The workflow that `init` writes for GitHub Actions. */
import { shellWord } from '../shell-word.ts';

/** `input`: what to check, from the root of the repository; quoted here for the shell. */
export function githubWorkflow(version: string, input: string): string {
  return `# Checks the itineraries of every pull request. Findings stand as annotations on their lines.
name: tajcheck

on:
  pull_request:
  push:
    branches: [main]
  # Days to apply by come nearer while nobody changes a file: once a week, on Monday.
  #schedule:
  #  - cron: '17 4 * * 1'

permissions:
  contents: read

jobs:
  itineraries:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
        with:
          persist-credentials: false
      - uses: actions/setup-node@v4
        with:
          node-version: 22
      # This version until you change it: knowledge comes with it, and a build does not change by itself.
      - name: Check the itineraries
        run: >-
          npx --yes tajcheck@${version} check ${shellWord(input)}
          --format github
          --format sarif=tajcheck.sarif
          --format markdown="$GITHUB_STEP_SUMMARY"
      - uses: actions/upload-artifact@v4
        if: always()
        with:
          name: tajcheck
          path: tajcheck.sarif
          if-no-files-found: ignore
`;
}
