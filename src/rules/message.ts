/** The words of every finding, made here and nowhere else. */
import type { Finding } from '../finding.ts';
import { formatItineraryFinding } from '../itinerary/message.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { formatRoadFinding } from '../route/message.ts';

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
  const hedge =
    args.inside === false && finding.confidence === 'likely'
      ? ' (just outside the drawn area, within its doubt)'
      : hedges[finding.confidence];
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
        ? `The way from ${text('from')} to ${text('to')} is unknown: ${unknownWay(list('via'))}`
        : `No track for ${text('from')} to ${text('to')} and no road that tajcheck knows: a straight line stands for the way, and a band of ${text('corridorKm')} km to each side was searched.`;
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
    case 'TJ211':
      return `${text('path')} passes ${text('km')} km from ${text('name')}, a place that the way goes through. Both were checked.`;
    case 'TJ212':
      return `No airport is known within ${text('km')} km of ${text('name')}: the way was checked as one over the ground.`;
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
      return `${text('name')} is needed${args.from === null ? '' : ` from ${text('from')}`}, and the itinerary does not list it.${deadline(args)}`;
    case 'TJ402': {
      const where = finding.confidence === 'possible' ? 'may touch' : 'enters';
      return args.district === null
        ? `The itinerary does not say which districts its ${text('name')} lists. The trip ${where} ${list('districts').join(', ')}.`
        : `The ${text('name')} does not list ${text('district')}, which the trip ${where}${finding.confidence === 'possible' ? '' : hedge}.`;
    }
    case 'TJ403': {
      if (!args.compared) {
        return `The days of the trip are not known: whether the ${text('name')} is good on them was not checked.`;
      }
      const paper = `${text('name')}${args.line === null ? '' : ` on line ${text('line')}`}`;
      const where = list('districts').length > 0 ? list('districts').join(', ') : 'its area';
      if (list('days').length === 0) return `The ${paper} was good until ${text('heldTo')}, and that day is past.`;
      return `The trip ${finding.confidence === 'possible' ? 'may be' : 'is'} in ${where} ${list('days').join(', ')}; the ${paper} is good ${period(args.heldFrom, args.heldTo)}.`;
    }
    case 'TJ404': {
      const slow = `where the issuer is slow the day to apply by was ${text('worst')}`;
      if (args.usual)
        return `${text('name')}: the day to apply by was ${text('applyBy')} for entry on ${text('from')}.`;
      return `${text('name')}: ${slow}; ${args.applyBy === null ? 'no usual lead time is published' : `the usual one is ${text('applyBy')}`}.`;
    }
    case 'TJ405':
      return args.need === 'certain'
        ? `${text('name')} is needed if the way leads through its area${hedge}.`
        : `${text('name')} may be needed; no government says so for certain${hedge}.`;
    case 'TJ406':
      return args.permit === null
        ? `“${text('written')}” is not a permit that tajcheck knows.${meant}`
        : `“${text('written')}” is not a district of the ${text('permit')} permit.${meant}`;
    case 'TJ601':
      if (args.governments !== undefined) {
        return `${text('governments')} governments advise against part of this trip, and the file does not say whose passports the party holds: a policy may not hold there.`;
      }
      return `${authority(finding.authority)} advises against ${text('area')} (“${text('native')}”): the policy of a traveller from there may not hold.`;
    case 'TJ602':
      return `“${text('written')}” is not on the checklist.${meant}`;
    case 'TJ901':
      return `${text('publisher')}, “${text('title')}” (${args.published ?? 'undated'}) was due for review by ${text('reviewBy')}.`;
    case 'TJ902':
      return `${text('count')} ${args.count === 1 ? 'source falls' : 'sources fall'} due for review before the trip ends, the first on ${text('first')}.`;
    default: {
      const words = formatItineraryFinding(finding) ?? formatRoadFinding(finding, authority);
      if (words === null) throw new Error(`no words for ${rule}`);
      return words;
    }
  }
}

const offer = (names: readonly string[]): string => (names.length === 0 ? '' : ` Did you mean ${names.join(' or ')}?`);

const also = (note: unknown): string => (typeof note === 'string' ? ` ${note}` : '');

const inside = (km: unknown): string =>
  typeof km === 'number' && km > 0 ? `, ${Math.round(km * 10) / 10} km inside` : '';

const unknownWay = (via: readonly string[]): string =>
  via.length === 0
    ? 'nothing was checked on it.'
    : `only ${via.join(' and ')} on it ${via.length === 1 ? 'was' : 'were'} checked.`;

function trackGap(path: string, where: string, name: string, km: string): string {
  if (where === 'pause') return `${path} has a gap of ${km} km; the way across it was guessed.`;
  return `${path} ${where}s ${km} km from ${name}; the way between was guessed.`;
}

function period(from: unknown, to: unknown): string {
  if (from === null && to === null) return 'for days that the itinerary does not say';
  return `from ${from ?? 'a day not said'} to ${to ?? 'a day not said'}`;
}

/** By when to apply: as usual, and where it takes as long as any source states. */
function deadline({ applyBy, worst, late, worstLate, published }: Finding['args']): string {
  if (!published) return ' No lead time is published.';
  if (applyBy === null && worst === null) return '';
  const slow = worstLate ? `where the issuer is slow, the day was ${worst}` : `where the issuer is slow, by ${worst}`;
  if (applyBy === null) return ` No usual lead time is published; ${slow}.`;
  const usual = late ? `The day to apply by was ${applyBy}` : `Apply by ${applyBy}`;
  if (worst === null || worst === applyBy) return ` ${usual}.`;
  return late ? ` ${usual}; where the issuer is slow, ${worst}.` : ` ${usual}; ${slow}.`;
}
