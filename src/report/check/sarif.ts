/** SARIF 2.1.0: one run, every rule with its help, and results that keep their name from run to run. */
import type { Notification, PropertyBag, Region, ReportingDescriptor, Result, Suppression } from 'sarif';
import type { ReportedFinding } from '../../assessment.ts';
import { type CheckedFile, type CheckReporter, type CheckRun, shownFindings } from '../../check/checked-file.ts';
import type { Severity } from '../../finding.ts';
import type { RuleMeta } from '../../rules/meta.ts';
import { rules } from '../../rules/registry.ts';
import { writeJson } from '../escape-json.ts';
import { nameFindings, sayFinding, showText } from './place.ts';

const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** GitHub refuses a run with more. */
const MOST_RESULTS = 25_000;
/** Files that could not be read and are named one by one; of all others the results tell. */
const MOST_NOTIFICATIONS = 100;

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
};

export function sarifReporter(): CheckReporter {
  const indexes = new Map(rules.map(({ id }, index) => [id, index]));
  const notifications: Notification[] = [];
  let run: CheckRun;
  let results = 0;
  let leftOut = 0;
  let unreadable = 0;

  return {
    begin: (begun) => {
      run = begun;
      const driver = { name: 'tajcheck', semanticVersion: run.version, rules: rules.map(tellRule) };
      const head = {
        tool: { driver },
        columnKind: 'utf16CodeUnits',
        properties: { asOf: run.asOf, dataVersion: run.dataVersion },
      };
      return `{"$schema":"${schema}","version":"2.1.0","runs":[${writeJson(head).slice(0, -1)},"results":[`;
    },
    file: (checked) => {
      if (checked.status === 'unreadable' && unreadable++ < MOST_NOTIFICATIONS) notifications.push(tellUnread(checked));
      const names = nameFindings(checked);
      const shown = shownFindings(checked, run);
      const room = shown.slice(0, MOST_RESULTS - results);
      leftOut += shown.length - room.length;
      return room
        .map((finding) => {
          const index = indexes.get(finding.rule);
          return `${results++ === 0 ? '' : ','}\n${writeJson(tellResult(checked, finding, names.get(finding)!, index))}`;
        })
        .join('');
    },
    end: () => {
      const tooMany = `${leftOut} more results are left out: no reader has to take more than ${MOST_RESULTS}.`;
      if (leftOut > 0) notifications.push({ level: 'warning', message: { text: tooMany } });
      const toolExecutionNotifications = notifications;
      const invocations = [{ executionSuccessful: unreadable === 0, toolExecutionNotifications }];
      return `\n],"invocations":${writeJson(invocations)}}]}\n`;
    },
  };
}

function tellRule({ id, slug, severity, title, what, fix }: RuleMeta): ReportingDescriptor {
  return {
    id,
    name: slug,
    shortDescription: { text: `${title}.` },
    fullDescription: { text: what },
    help: {
      text: `${what}\n\nWhat to do: ${fix}\n\nMore: tajcheck explain ${id}`,
      markdown: `${what}\n\n**What to do.** ${fix}\n\nMore: \`tajcheck explain ${id}\``,
    },
    defaultConfiguration: { level: levels[severity] },
    properties: { tags: [families[id[2]] ?? 'travel'] },
  };
}

/** What the hundreds of the rules are about. */
const families: Readonly<Record<string, string>> = {
  1: 'file',
  2: 'route',
  3: 'advice',
  4: 'papers',
  5: 'road',
  6: 'preparation',
  9: 'knowledge',
};

function tellResult(checked: CheckedFile, finding: ReportedFinding, name: string, index: number | undefined): Result {
  const { rule, severity, suppressed } = finding;
  return {
    ruleId: rule,
    ...(index !== undefined && { ruleIndex: index }),
    level: levels[severity],
    message: { text: plain(sayFinding(finding)) },
    locations: [{ physicalLocation: { artifactLocation: locate(checked), region: tellRegion(finding) } }],
    partialFingerprints: { 'tajcheck/v1': name },
    ...(suppressed !== null && { suppressions: [tellSuppression(suppressed)] }),
    properties: tellMore(finding),
  };
}

/** Of a finding about no line in particular, the first: readers want one. */
function tellRegion({ line, column, endLine, endColumn }: ReportedFinding): Region {
  if (line === null) return { startLine: 1 };
  return {
    startLine: line,
    ...(column !== null && { startColumn: column }),
    endLine: Math.max(line, endLine ?? line),
    ...(endColumn !== null && { endColumn }),
  };
}

function tellSuppression({ by, reason, until }: NonNullable<ReportedFinding['suppressed']>): Suppression {
  return {
    kind: by === 'comment' ? 'inSource' : 'external',
    status: 'accepted',
    justification: plain(until === null ? reason : `${reason} (until ${until})`),
    properties: { by, until },
  };
}

function tellMore(finding: ReportedFinding): PropertyBag {
  const { confidence, subject, zone, authority, sources, dependsOnToday } = finding;
  return { confidence, subject, zone, authority, sources, dependsOnToday };
}

function tellUnread(checked: CheckedFile): Notification {
  const why = checked.findings[0];
  return {
    level: 'error',
    message: { text: plain(why === undefined ? 'The file could not be read.' : why.message) },
    locations: [{ physicalLocation: { artifactLocation: locate(checked) } }],
    ...(why !== undefined && { associatedRule: { id: why.rule } }),
  };
}

/** From the root of the repository, wherever that is. */
function locate({ path }: CheckedFile) {
  const uri = path
    .replace(/\p{Cs}/gu, '\ufffd')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
  return { uri, uriBaseId: '%SRCROOT%' };
}

/** In the text of a message `[words](address)` is a link, and no text from a file may be one. */
const plain = (text: string): string => showText(text).replaceAll('](', '] (');
