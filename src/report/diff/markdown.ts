/** What got worse and what got better, as a comment under a pull request: the verdict first, details folded. */
import type { PassageCheck, PermitCheck, RegistrationCheck, VisaCheck } from '../../assessment/papers.ts';
import type { Assessment } from '../../assessment.ts';
import { type Diff, type Difference, type Effect, papers } from '../../diff/difference.ts';
import { capitalise } from '../../sentence.ts';
import { permitStatus, visaStatus } from '../changes/papers.ts';
import { escapeComment as md, escapeCommentProse as prose } from '../escape-comment.ts';
import { count, list, sayDate, sayDates } from '../pretty/words.ts';
import { itemsOf } from './group.ts';
import { type DiffPage, openDiff, sayOne } from './say.ts';
import { sayTerms, sayVerdict } from './verdict.ts';

/** By it a workflow finds its own comment again, and writes over it. */
const MARKER = '<!-- tajcheck-diff -->';
/** A comment may have 65,536 characters; room is left for the first lines, the headings and the ends of folds. */
const MOST_CHARACTERS = 60_000;

/** Characters left, for all parts in their order. */
interface Room {
  left: number;
}

export function reportDiffMarkdown(diff: Diff, before: Assessment | null, after: Assessment): string {
  const page = openDiff(diff, before, after, false);
  const { differences, before: old, after: now } = page.diff;
  const from = old === null ? '' : `${md(old.label)} \u2192 `;
  const rest = (effect: Effect) => differences.filter((one) => one.effect === effect && !papers.includes(one.kind));
  const others = textsOf(page, rest('changed'));
  const ofPapers = differences.filter(({ kind }) => papers.includes(kind)).map((one) => sayOne(page, one));
  const full = openDiff(diff, before, after, true);
  const said = differences.filter(({ effect, kind }) => effect !== 'changed' && !papers.includes(kind));
  const isCut = itemsOf(page, said).length < said.length;
  const room: Room = { left: MOST_CHARACTERS };
  return [
    MARKER,
    `### tajcheck: ${md(sayVerdict(page))}`,
    '',
    `${from}${md(now.label)}. ${sayTerms(page.diff).map(prose).join(' ')}`,
    ...section('Worse', textsOf(page, rest('worse')), room),
    ...section('Better', textsOf(page, rest('better')), room),
    ...paperTable(page, room),
    ...fold('The papers in detail', ofPapers, room),
    ...fold(count(others.length, 'other change'), others, room),
    ...fold(
      'Every line of what got worse or better',
      isCut ? said.map((one) => `${capitalise(one.effect)}: ${sayOne(full, one)}`) : [],
      room,
    ),
    '',
  ].join('\n');
}

const textsOf = (page: DiffPage, differences: readonly Difference[]): string[] =>
  itemsOf(page, differences).map(({ text }) => text);

function section(heading: string, lines: readonly string[], room: Room): string[] {
  return lines.length === 0 ? [] : ['', `**${heading}**`, '', ...bullets(lines, room)];
}

function fold(summary: string, lines: readonly string[], room: Room): string[] {
  if (lines.length === 0) return [];
  return ['', `<details><summary>${md(summary)}</summary>`, '', ...bullets(lines, room), '', '</details>'];
}

function bullets(lines: readonly string[], room: Room): string[] {
  const { fitting, left } = keepWithin(
    lines.map((line) => `- ${prose(line)}`),
    room,
  );
  return left === 0 ? fitting : [...fitting, `- and ${left} more: \`tajcheck diff --verbose\``];
}

/** Never so many that the comment is refused: how many were left out is said. */
function keepWithin(lines: readonly string[], room: Room): { readonly fitting: string[]; readonly left: number } {
  const over = lines.findIndex((line) => {
    room.left -= line.length + 1;
    return room.left < 0;
  });
  return over < 0 ? { fitting: [...lines], left: 0 } : { fitting: lines.slice(0, over), left: lines.length - over };
}

type Paper = PermitCheck | VisaCheck | PassageCheck | RegistrationCheck;

function paperTable(page: DiffPage, room: Room): string[] {
  const rows = page.diff.differences.flatMap((difference) => {
    const { kind, effect, before, after } = difference;
    if (!papers.includes(kind)) return [];
    const [old, now] = [before as Paper | null, after as Paper | null];
    const days = [sayDay(old), sayDay(now)];
    const cells = [
      nameOf(difference),
      capitalise(effect),
      stateOf(old),
      stateOf(now),
      ...(days[0] === days[1] ? [days[1]] : [days.map((day) => day || '\u2013').join(' \u2192 ')]),
    ];
    return [`| ${cells.map(md).join(' | ')} |`];
  });
  if (rows.length === 0) return [];
  const { fitting, left } = keepWithin(rows, room);
  const more = left === 0 ? [] : [`| and ${left} more | | | | |`];
  return [
    '',
    '**Papers that change**',
    '',
    '| Paper | | Before | Now | Apply by |',
    '|---|---|---|---|---|',
    ...fitting,
    ...more,
  ];
}

function nameOf({ kind, before, after }: Difference): string {
  if (kind === 'permit') return (after ?? before)!.name;
  if (kind === 'visa') {
    const { nationality, traveller, count } = (after ?? before)!;
    return `Visa, ${nationality || 'unknown'} passport (${traveller}${count > 1 ? `, ${count} people` : ''})`;
  }
  if (kind === 'passage') return (after ?? before)!.kind === 'entry' ? 'Way in' : 'Way out';
  return 'Registration';
}

/** With the days that it is for. */
function stateOf(paper: Paper | null): string {
  if (paper === null) return 'not called for';
  if ('districts' in paper) {
    const { status, missing, from, to } = paper;
    const lacking = missing.length > 0 ? [`not on it: ${list(missing)}`] : [];
    return [permitStatus[status], ...lacking, ...(from === null || to === null ? [] : [sayDates(from, to)])].join('; ');
  }
  if ('traveller' in paper) {
    const { regime, status, maxDays, days } = paper;
    const stay = `${days === null ? 'days not known' : count(days, 'day')} of ${maxDays ?? 'a length not known'}`;
    return [regime ?? 'not known', visaStatus[status], stay].join('; ');
  }
  if ('neighbour' in paper) {
    const { place, by, status, date } = paper;
    const way = by === null ? 'way not known' : by === 'air' ? 'by air' : (status ?? 'border post not known');
    return [place ?? 'place not known', way, ...(date === null ? [] : [sayDate(date)])].join(', ');
  }
  return { yes: 'needed', check: 'not settled, ask' }[paper.needed];
}

/** Of registration the last day for it. */
function sayDay(paper: Paper | null): string {
  if (paper === null || 'neighbour' in paper) return '';
  if ('needed' in paper) return paper.by === null ? 'not known' : `register by ${sayDate(paper.by)}`;
  if (paper.status === 'held' || paper.status === 'not-needed') return '';
  const { applyBy, applyByWorst } = paper;
  if (applyBy === null && applyByWorst === null) return 'not known';
  const usual = applyBy === null ? 'usual time not known' : sayDate(applyBy);
  return applyByWorst === null || applyByWorst === applyBy ? usual : `${usual}, safer ${sayDate(applyByWorst)}`;
}
