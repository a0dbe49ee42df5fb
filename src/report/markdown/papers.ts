/** The calendar, and the state of each paper and border. */
import type { PassageCheck, PermitCheck, VisaCheck } from '../../assessment/papers.ts';
import type { Assessment } from '../../assessment.ts';
import { sayMargin } from '../../policy/margin.ts';
import { sayCountdown } from '../countdown.ts';
import { escapeMarkdown as md } from '../escape-markdown.ts';
import { count, sayDate, sayWeekday } from '../pretty/words.ts';
import { cite, type Notes } from './notes.ts';

export function writeCountdown({ calendar, itinerary }: Assessment, notes: Notes): string[] {
  if (calendar.length === 0)
    return itinerary.start === null ? ['', '## Calendar', '', 'Without `start:` no day can be counted.'] : [];
  const rows = calendar.map(({ date, daysLeft, text, who, sources }) => {
    return `| ${sayDay(date)} | ${sayCountdown(daysLeft)} | ${md(text)}${cite(sources, notes)} | ${who} |`;
  });
  return ['', '## Calendar', '', '| Day | | What | Who |', '|---|---|---|---|', ...rows];
}

export const sayDay = (date: string): string => `${sayWeekday(date)} ${date.slice(0, 4)}`;

export function writePapers({ visas, permits, passages }: Assessment, notes: Notes): string[] {
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
