/** The checklist as Markdown: the countdown, the papers, and boxes to tick, in the order in which they fall due. */

import type { PassageCheck, PermitCheck, VisaCheck } from '../assessment/papers.ts';
import type { ChecklistItem } from '../assessment/to-do.ts';
import type { Assessment } from '../assessment.ts';
import { groupBy } from '../group-by.ts';
import { sayMargin } from '../policy/margin.ts';
import { capitalise, sentence } from '../sentence.ts';
import { sayCountdown } from './countdown.ts';
import { escapeMarkdown as md, escapeProse as prose } from './escape-markdown.ts';
import { isOwn, sayOwnZone } from './own-zones.ts';
import { count, sayDate, sayDates, sayWeekday } from './pretty/words.ts';

/** Number of each source in the list at the end, by id, in the order of first mention. */
type Notes = Map<string, number>;

export function reportMarkdown(assessment: Assessment): string {
  const notes: Notes = new Map();
  const parts = [
    writeHead(assessment),
    writeStops(assessment),
    writeSilenced(assessment),
    writeOwnZones(assessment),
    writeCountdown(assessment, notes),
    writePapers(assessment, notes),
    writeList(assessment, notes),
    writeSources(assessment, notes),
  ];
  return `${parts.flat().join('\n')}\n`;
}

function writeHead({ itinerary, asOf, policy, tool }: Assessment): string[] {
  const { title, file, start, end, days } = itinerary;
  const when = start === null || end === null ? 'No dates' : `${sayDates(start, end)}, ${count(days ?? 0, 'day')}`;
  return [
    `# ${md(title ?? file)}`,
    '',
    `${when}. Checked on ${sayDate(asOf)} by tajcheck ${md(tool.version)}, data ${md(tool.dataVersion)}${policy === null ? '' : `, by the policy ${md(policy.file)}`}.`,
    '',
    'To tick a line for good, add its id to `mitigations:` in the itinerary. Permits and visas are ticked by being',
    'listed there. What the advice is, area by area, the briefing says: `tajcheck plan`.',
  ];
}

/** A list without them would look calmer than the trip is. */
function writeStops({ findings }: Assessment): string[] {
  const errors = findings.filter(({ severity, suppressed }) => severity === 'error' && suppressed === null);
  if (errors.length === 0) return [];
  const lines = errors.map(({ message, help, line, rule }) => {
    return `- ${prose(sentence(message))} ${prose(sentence(help))} (${line === null ? '' : `line ${line}, `}${rule})`;
  });
  return ['', '## Stop: not as written', '', ...lines];
}

/** What stands though somebody accepts it: who travels reads why, and for how long. */
function writeSilenced({ findings }: Assessment): string[] {
  const lines = findings.flatMap(({ severity, suppressed, message, line, rule }) => {
    if (severity !== 'error' || suppressed === null) return [];
    const { reason, until } = suppressed;
    const why = `${until === null ? '' : `Until ${sayDate(until)}: `}${prose(sentence(reason))}`;
    return [`- ${prose(sentence(message))} (${line === null ? '' : `line ${line}, `}${rule}) ${why}`];
  });
  return lines.length === 0 ? [] : ['', '## Silenced, not solved', '', ...lines];
}

/** Of zones that the trip only might have entered by another way nothing is said. */
function writeOwnZones(assessment: Assessment): string[] {
  const touched = new Set([
    ...assessment.stops.flatMap(({ zones, near }) => [...(zones ?? []), ...near].map(({ id }) => id)),
    ...assessment.legs.flatMap(({ crossings, corridorZones }) => [
      ...(crossings ?? []).map(({ zone }) => zone),
      ...corridorZones,
    ]),
  ]);
  const own = assessment.zones.filter(isOwn).filter(({ id }) => touched.has(id));
  if (own.length === 0) return [];
  const lines = own.map((zone) => `- **${md(zone.name)}** (${md(zone.own.file)}). ${md(sayOwnZone(zone, assessment))}`);
  return ['', '## Your own zones', '', ...lines];
}

function writeCountdown({ calendar, itinerary }: Assessment, notes: Notes): string[] {
  if (calendar.length === 0)
    return itinerary.start === null ? ['', '## Calendar', '', 'Without `start:` no day can be counted.'] : [];
  const rows = calendar.map(({ date, daysLeft, text, who, sources }) => {
    return `| ${sayDay(date)} | ${sayCountdown(daysLeft)} | ${md(text)}${cite(sources, notes)} | ${who} |`;
  });
  return ['', '## Calendar', '', '| Day | | What | Who |', '|---|---|---|---|', ...rows];
}

const sayDay = (date: string): string => `${sayWeekday(date)} ${date.slice(0, 4)}`;

function writePapers({ visas, permits, passages }: Assessment, notes: Notes): string[] {
  const rows = [
    ...visas.map((check) => visaRow(check, notes)),
    ...permits.map((check) => permitRow(check, notes)),
    ...passages.map((check) => passageRow(check, notes)),
  ];
  if (rows.length === 0) return [];
  return ['', '## Papers', '', '| Paper | State | Apply by |', '|---|---|---|', ...rows];
}

function visaRow(check: VisaCheck, notes: Notes): string {
  const { nationality, count: people, status, regime, days, maxDays, sources } = check;
  const whose = `Visa, ${nationality || 'unknown'} passport${people > 1 ? `, ${people} people` : ''}`;
  const stay = days === null ? '' : `; ${count(days, 'day')} of ${maxDays ?? 'a length not known'}`;
  const state = `${states[status]}${regime === null ? '' : ` (${regime})`}${stay}`;
  return `| ${md(whose)} | ${md(state)}${cite(sources, notes)} | ${sayApplyBy(check)} |`;
}

function permitRow(check: PermitCheck, notes: Notes): string {
  const { name, status, missing, sources } = check;
  const state = `${states[status]}${missing.length > 0 ? `: ${missing.join(', ')} missing` : ''}`;
  return `| ${md(name)} | ${md(state)}${cite(sources, notes)} | ${sayApplyBy(check)} |`;
}

function passageRow({ kind, by, place, date, status, statusDate, sources }: PassageCheck, notes: Notes): string {
  const name = `${kind === 'entry' ? 'Way in' : 'Way out'}${place ? `, ${place}` : ''}${date ? `, ${sayDate(date)}` : ''}`;
  const post = `${status ?? 'no border post known there'}${statusDate ? ` (${sayDate(statusDate)})` : ''}`;
  return `| ${md(name)} | ${by === 'air' ? 'by air' : md(post)}${cite(sources, notes)} | |`;
}

const states: Record<VisaCheck['status'] | PermitCheck['status'], string> = {
  held: 'held',
  missing: 'MISSING',
  incomplete: 'INCOMPLETE',
  'outside-validity': 'NOT VALID on all days',
  'too-short': 'TOO SHORT',
  refused: 'NOT LET IN',
  'not-needed': 'not needed',
  check: 'not settled, ask',
};

/** Of the visa that the days to apply by are those of. */
const marginOf = ({ options, applyBy, applyByWorst }: VisaCheck): number =>
  options.find((option) => option.applyBy === applyBy && option.applyByWorst === applyByWorst)?.marginDays ?? 0;

function sayApplyBy(check: VisaCheck | PermitCheck): string {
  const { status, applyBy, applyByWorst } = check;
  const margin = sayMargin('marginDays' in check ? check.marginDays : marginOf(check));
  if (status === 'held' || status === 'not-needed') return '';
  if (applyBy === null && applyByWorst === null) return 'not known';
  const usual = applyBy === null ? 'usual time not known' : sayDate(applyBy);
  return applyByWorst === null || applyByWorst === applyBy
    ? `${usual}${margin}`
    : `${usual}, safer ${sayDate(applyByWorst)}${margin}`;
}

const stageWords: Record<ChecklistItem['stage'], string> = {
  'before-booking': 'Before booking',
  'before-departure': 'Before departure',
  'on-arrival': 'On arrival',
  'on-the-road': 'On the road',
};

/** What must be settled before anything is paid comes first, though it has no day of its own; the rest by day. */
function writeList({ checklist, asOf }: Assessment, notes: Notes): string[] {
  if (checklist.length === 0) return [];
  const groups = [
    ...groupBy(checklist, ({ by, stage }) => {
      return by === null ? stageWords[stage] : `By ${sayDay(by)}${by < asOf ? ', which is past' : ''}`;
    }),
  ];
  const isFirst = ([heading]: [string, ChecklistItem[]]) => heading === stageWords['before-booking'];
  const ordered = [...groups.filter(isFirst), ...groups.filter((group) => !isFirst(group))];
  return [
    ...['', '## Checklist'],
    ...ordered.flatMap(([heading, items]) => [
      '',
      `### ${heading}`,
      '',
      ...items.map((item) => writeItem(item, notes)),
    ]),
  ];
}

function writeItem({ id, text, why, who, status, required, sources }: ChecklistItem, notes: Notes): string {
  const must = required === null ? '' : ` **Required:** ${prose(sentence(required))}`;
  const reason = why === '' ? '' : ` ${prose(sentence(why))}`;
  const box = status === 'done' ? '[x]' : '[ ]';
  return `- ${box} **${prose(sentence(text))}**${reason}${must} ${capitalise(who)}. \`${id}\`${cite(sources, notes)}`;
}

/** ` (1, 4)`: numbers of the sources. */
function cite(sources: readonly string[], notes: Notes): string {
  for (const id of sources) if (!notes.has(id)) notes.set(id, notes.size + 1);
  const numbers = sources.map((id) => notes.get(id) ?? 0).sort((a, b) => a - b);
  return numbers.length === 0 ? '' : ` (${numbers.join(', ')})`;
}

function writeSources({ sources }: Assessment, notes: Notes): string[] {
  if (notes.size === 0) return [];
  const known = new Map(sources.map((source) => [source.id, source]));
  const lines = [...notes].map(([id, number]) => {
    const source = known.get(id);
    if (source === undefined) return `${number}. ${id}`;
    const { publisher, title, url, published, retrieved, stale } = source;
    const date = published === null ? `undated, read ${sayDate(retrieved)}` : sayDate(published);
    return `${number}. ${md(publisher)}: ${md(title)}, ${date}${stale ? ' (past its review date)' : ''}. <${url}>`;
  });
  return ['', '## Sources', '', ...lines];
}
