/** The words of every finding, made here and nowhere else. */
import type { Finding } from '../finding.ts';
import { formatItineraryFinding } from '../itinerary/message.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';

const hedges = {
  certain: '',
  likely: ' (near the edge of the area)',
  possible: ' (possible: the way is a guess)',
} as const;

/** One sentence or two, without the rule's id. */
export function formatFinding(finding: Finding, knowledge: Knowledge): string {
  const { args, rule } = finding;
  const text = (key: string): string => String(args[key]);
  const list = (key: string): readonly string[] => (args[key] as readonly string[] | null) ?? [];
  const authority = (id: unknown): string => knowledge.authorities[String(id)]?.name ?? String(id);
  const country = (code: string): string => knowledge.zones[`country-${code.toLowerCase()}`]?.name ?? code;
  const native = args.level === null ? `“${text('native')}”` : `“${text('native')}” (level ${text('level')} of 4)`;
  const hedge = hedges[finding.confidence];
  const meant = args.known ? ` Did you mean ${text('known')}?` : '';

  switch (rule) {
    case 'TJ109':
      return `The track ${text('path')} lies outside the folder of the itinerary and was not read.`;
    case 'TJ201':
      return `“${text('place')}” is not a place that tajcheck knows.${offer(list('suggestions'))}`;
    case 'TJ202':
      return `“${text('place')}” is the name of several places: ${list('suggestions').join(', ')}.`;
    case 'TJ203':
      return args.km === null
        ? `${text('name')} lies outside the area that tajcheck knows: nothing was checked there.`
        : `${text('km')} km of this leg lie outside the area that tajcheck knows: nothing was checked there.`;
    case 'TJ204':
      return `${text('place')} is pinned to ${text('date')}, but the nights before it lead to ${text('expected')}.`;
    case 'TJ205':
      return `The coordinates given for ${text('place')} are ${text('km')} km from the place of that name. The coordinates were used.`;
    case 'TJ206':
      return args.corridorKm === null
        ? `The way from ${text('from')} to ${text('to')} is unknown: nothing was checked on it.`
        : `No track for ${text('from')} to ${text('to')}: a straight line stands for the way, and a band of ${text('corridorKm')} km to each side was searched.`;
    case 'TJ207':
      return trackGap(text('path'), text('where'), text('name'), text('km'));
    case 'TJ208':
      return `${text('path')} runs from the end of the leg to its start; it was turned round.`;
    case 'TJ209':
      if (args.leg) {
        return `The leg enters ${country(text('country'))}${hedge}. That country’s papers and border rules were not checked.`;
      }
      return args.covered
        ? `${text('name')} is in ${country(text('country'))}. That country’s papers and border rules were not checked.`
        : `${text('name')} is in ${country(text('country'))}, outside the area that tajcheck knows: nothing was checked there, nor that country’s papers.`;
    case 'TJ210':
      return 'The trip has no start date, so nothing that depends on a day was checked.';
    case 'TJ301':
      return `${authority(finding.authority)}: ${native} for ${text('area')}, ${text('issued')}${inside(args.insideKm)}${hedge}.`;
    case 'TJ302':
      return `${authority(finding.authority)}: ${native} for ${text('area')}, ${text('issued')}${hedge}. ${text('words')}`;
    case 'TJ303':
      return `${text('name')}: ${list('reasons')
        .map((reason) => reason.replace(/-/g, ' '))
        .join(
          ', ',
        )} reported${hedge}.${args.basis === 'approximate' ? ' The area is drawn generously; its true extent is not published.' : ''}`;
    case 'TJ304':
      return `${authority(args.high)} gives level ${text('highLevel')} here, ${authority(args.low)} level ${text('lowLevel')}.`;
    case 'TJ305':
      return `In your own zone “${text('name')}”${inside(args.insideKm)}${hedge}.`;
    case 'TJ306':
      return `${authority(finding.authority)} wrote on ${text('issued')} of ${text('area')}: “${text('native')}”. That text was gone by ${text('ended')}.${also(args.note)}`;
    case 'TJ401':
      return `${text('name')} is needed${args.from === null ? '' : ` from ${text('from')}`}, and the itinerary does not list it.${args.applyBy === null ? '' : args.late ? ` The day to apply by was ${text('applyBy')}.` : ` Apply by ${text('applyBy')}.`}`;
    case 'TJ402':
      return args.district === null
        ? `The itinerary does not say which districts its ${text('name')} lists. The trip enters ${list('districts').join(', ')}.`
        : `The ${text('name')} does not list ${text('district')}, which the trip enters${hedge}.`;
    case 'TJ403':
      return `The trip is in the area from ${text('from')} to ${text('to')}; the ${text('name')} is good ${period(args.heldFrom, args.heldTo)}.`;
    case 'TJ404':
      return args.usual
        ? `${text('name')}: the day to apply by was ${text('applyBy')} for entry on ${text('from')}.`
        : `${text('name')}: where the issuer is slow the day to apply by was ${text('worst')}; the usual one is ${text('applyBy')}.`;
    case 'TJ405':
      return args.need === 'certain'
        ? `${text('name')} is needed if the way leads through its area${hedge}.`
        : `${text('name')} may be needed; no government says so for certain${hedge}.`;
    case 'TJ406':
      return args.permit === null
        ? `“${text('written')}” is not a permit that tajcheck knows.${meant}`
        : `“${text('written')}” is not a district of the ${text('permit')} permit.${meant}`;
    case 'TJ601':
      return `${authority(finding.authority)} advises against ${text('area')} (“${text('native')}”): the policy of a traveller from there may not hold.`;
    case 'TJ602':
      return `“${text('written')}” is not on the checklist.${meant}`;
    case 'TJ901':
      return `${text('publisher')}, “${text('title')}” (${args.published ?? 'undated'}) was due for review by ${text('reviewBy')}.`;
    case 'TJ902':
      return `${text('count')} ${args.count === 1 ? 'source falls' : 'sources fall'} due for review before the trip ends, the first on ${text('first')}.`;
    default: {
      const words = formatItineraryFinding(finding);
      if (words === null) throw new Error(`no words for ${rule}`);
      return words;
    }
  }
}

const offer = (names: readonly string[]): string => (names.length === 0 ? '' : ` Did you mean ${names.join(' or ')}?`);

const also = (note: unknown): string => (typeof note === 'string' ? ` ${note}` : '');

const inside = (km: unknown): string =>
  typeof km === 'number' && km > 0 ? `, ${Math.round(km * 10) / 10} km inside` : '';

function trackGap(path: string, where: string, name: string, km: string): string {
  if (where === 'pause') return `${path} has a gap of ${km} km; the way across it was guessed.`;
  return `${path} ${where}s ${km} km from ${name}; the way between was guessed.`;
}

function period(from: unknown, to: unknown): string {
  if (from === null && to === null) return 'for days that the itinerary does not say';
  return `from ${from ?? 'a day not said'} to ${to ?? 'a day not said'}`;
}
