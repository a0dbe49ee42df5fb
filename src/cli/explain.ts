/** `tajcheck explain ID`: what a rule, zone, permit, visa, border post, authority or mitigation is, and on what it rests. */

import { sayLead } from '../calendar/say-lead.ts';
import { UsageError } from '../errors.ts';
import { didYouMean } from '../itinerary/did-you-mean.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { sayConflict } from '../knowledge/say-conflict.ts';
import type { Permit, VisaKind } from '../knowledge/schema/papers.ts';
import type { BorderPost } from '../knowledge/schema/places.ts';
import { sayFee } from '../money.ts';
import { rules } from '../rules/registry.ts';
import type { ColourFlag } from '../terminal/colour.ts';
import { escapeForTerminal } from '../terminal/escape.ts';
import { pageLines } from '../terminal/page.ts';
import { wrap } from '../terminal/wrap.ts';
import { countryNamed } from './country-names.ts';
import { exitCodes } from './exit.ts';
import { loadKnowledge } from './load-knowledge.ts';
import { loadRulePage } from './load-rule-page.ts';
import { viewOf } from './terminal.ts';

/** A heading and paragraphs. A zone and a permit may bear one id: then both are told. */
type Entry = [heading: string, ...paragraphs: string[]];

export function explain(written: string, options: { readonly color?: ColourFlag }): number {
  const knowledge = loadKnowledge();
  const pages = rules
    .filter(({ id, slug }) => id === written.toUpperCase() || slug === written)
    .map(({ id }) => loadRulePage(id));
  const entries = entriesFor(written, knowledge);
  if (pages.length + entries.length === 0) {
    throw new UsageError(
      `${escapeForTerminal(written)} is no rule, zone, permit, visa, border post, authority or mitigation.`,
      hintFor(written, knowledge),
    );
  }
  const view = viewOf(process.stdout, options.color);
  const texts = [
    ...pages.map((page) => pageLines(page, view)),
    ...entries.map(([heading, ...paragraphs]) => [
      ...wrap(view.chalk.bold(heading), view.width),
      ...paragraphs.flatMap((paragraph) => wrap(paragraph, view.width, 2, 4)),
    ]),
  ];
  process.stdout.write(`${texts.map((lines) => lines.join('\n')).join('\n\n')}\n`);
  return exitCodes.clean;
}

function hintFor(written: string, knowledge: Knowledge): string {
  // Only what is a country's whole code or name; such words are safe to print.
  if (countryNamed(written)) return `For a passport: tajcheck visa ${/\s/.test(written) ? `'${written}'` : written}`;
  const meant = didYouMean(written, knownIds(knowledge));
  return meant ? `Did you mean ${meant}?` : 'See `tajcheck zones` for the zones.';
}

const knownIds = (knowledge: Knowledge): string[] => [
  ...rules.flatMap(({ id, slug }) => [id, slug]),
  ...Object.keys(knowledge.zones),
  ...knowledge.permits.map(({ id }) => id),
  ...knowledge.visaKinds.map(({ id }) => id),
  ...knowledge.posts.map(({ id }) => id),
  ...Object.keys(knowledge.authorities),
  ...knowledge.mitigations.map(({ id }) => id),
];

function entriesFor(id: string, knowledge: Knowledge): Entry[] {
  const cite = (sources: readonly string[]): string[] =>
    sources.map((source) => {
      const { publisher, title, published, url } = knowledge.sources[source];
      return `Source: ${publisher}, “${title}”, ${published ?? 'undated'}. ${url}`;
    });
  const found: Entry[] = [];
  for (const permit of knowledge.permits.filter((known) => known.id === id)) {
    found.push([`Permit ${permit.id}: ${permit.name}`, ...describePermit(permit), ...cite(permit.sources)]);
  }
  for (const visa of knowledge.visaKinds.filter((known) => known.id === id)) {
    const all = [...new Set([...visa.sources, ...visa.fees.flatMap(({ sources }) => sources)])];
    found.push([`Visa ${id}: ${visa.name}`, ...describeVisa(visa), ...cite(all)]);
  }
  for (const post of knowledge.posts.filter((known) => known.id === id)) {
    const all = [...new Set([...post.sources, ...post.statements.flatMap(({ sources }) => sources)])];
    found.push([`Border post ${id}: ${post.name}`, ...describePost(post), ...cite(all)]);
  }
  if (Object.hasOwn(knowledge.zones, id)) {
    const { name, kind, basis, rule, uncertaintyKm, asOf, sources } = knowledge.zones[id];
    const advice = knowledge.advisories
      .filter(({ zone }) => zone === id)
      .map(({ authority, native, level, words, issued, status }) => {
        const scale = level === null ? 'no level' : `${level} of 4`;
        const gone = status === 'withdrawn' ? ' (no longer in force)' : '';
        return `${knowledge.authorities[authority].short}, ${issued}${gone}: ${native} (${scale}). ${words}`;
      });
    found.push([
      `Zone ${id}: ${name}`,
      `${kind}; extent ${basis}, ±${uncertaintyKm} km, as of ${asOf}. ${rule}`,
      ...advice,
      ...cite(sources),
    ]);
  }
  if (Object.hasOwn(knowledge.authorities, id)) {
    const { name, scale, mapping, url, sources } = knowledge.authorities[id];
    const steps = scale.map(({ native, level }) => `${native}: ${level === null ? 'no level' : `${level} of 4`}`);
    found.push([`Authority ${id}: ${name}`, ...steps, mapping, url, ...cite(sources)]);
  }
  for (const { text, why, by, sources } of knowledge.mitigations.filter((known) => known.id === id)) {
    found.push([`Mitigation ${id}`, text, why, `When: ${by.replace(/-/g, ' ')}.`, ...cite(sources)]);
  }
  return found;
}

function describePost({
  status,
  statusDate,
  foreigners,
  words,
  statements,
  hours,
  weekdays,
  unsureMonths,
}: BorderPost) {
  const forForeigners = { true: 'open to foreigners', false: 'not for foreigners', null: 'for foreigners unknown' };
  // The first of January 2024 was a Monday.
  const days = weekdays?.map((day) => calendarName(Date.UTC(2024, 0, day), { weekday: 'long' })).join(', ');
  const months = unsureMonths?.map((month) => calendarName(Date.UTC(2024, month - 1), { month: 'long' })).join(', ');
  return [
    `${status}, ${forForeigners[`${foreigners}`]}, as of ${statusDate ?? 'a day unknown'}. ${words}`,
    ...statements.map(({ date, says }) => `${date}: ${says}`),
    `Hours: ${hours ?? 'unknown'}. Days: ${days ?? 'unknown'}.`,
    `Months in which snow may shut it: ${months === '' ? 'none' : (months ?? 'unknown')}.`,
  ];
}

const calendarName = (day: number, part: Intl.DateTimeFormatOptions): string =>
  new Date(day).toLocaleString('en-GB', { ...part, timeZone: 'UTC' });

function describeVisa({ maxDays, withinDays, where, how, fees, leadDays, ...more }: VisaKind): string[] {
  const { extendable, exemptFromRegistration, url, conflicts } = more;
  const days = (count: number | null): string => (count === null ? 'unknown' : `${count} days`);
  const extension = { true: 'It can be extended.', false: 'It cannot be extended.', null: '' };
  const registration = { true: 'Holders need not register.', false: 'Holders must register.', null: '' };
  return [
    `Longest stay: ${days(maxDays)}${withinDays === null ? '' : ` within ${withinDays}`}. ${extension[`${extendable}`]}`,
    `Where: ${where}`,
    how,
    ...(fees.length === 0 ? ['Fee: unknown'] : []),
    ...fees.map(({ for: what, fee }) => `Fee, ${what}: ${sayFee(fee)}.`),
    `Lead time: ${sayLead(leadDays)}.`,
    `Registration: ${registration[`${exemptFromRegistration}`] || 'unknown whether its holders must register.'}`,
    ...(url ? [url] : []),
    ...conflicts.map(sayConflict),
  ];
}

function describePermit(permit: Permit): string[] {
  const {
    what,
    districts,
    districtsNote,
    issuer,
    channels,
    leadDays,
    feeNote,
    validity,
    checks,
    suspension,
    conflicts,
  } = permit;
  return [
    what,
    ...(districts.length > 0 ? [`Districts: ${districts.map(({ id }) => id).join(', ')}. ${districtsNote ?? ''}`] : []),
    `Issued by: ${issuer}.`,
    ...channels.map(describeChannel),
    `Lead time: ${sayLead(leadDays)}.`,
    `Fee: ${feeNote ?? 'unknown'}`,
    `Validity: ${validity ?? 'unknown'}`,
    ...(checks ? [`Checks: ${checks}`] : []),
    ...(suspension ? describeSuspension(suspension) : []),
    ...conflicts.map(sayConflict),
  ];
}

const channelPlaces = { 'before-entry': 'before you enter the country', 'in-country': 'in the country' } as const;

function describeChannel({ name, how, where, leadDays, fee }: Permit['channels'][number]): string {
  const lead = sayLead({ usual: leadDays, worst: leadDays });
  return `${name}: ${how} Where: ${channelPlaces[where]}. Lead time: ${lead}. Fee: ${fee === null ? 'not published' : sayFee(fee)}.`;
}

function describeSuspension({ warning, history, now }: NonNullable<Permit['suspension']>): string[] {
  return [warning, ...history.map(({ date, what }) => `${date}: ${what}`), `As of ${now.asOf}: ${now.says}`];
}
