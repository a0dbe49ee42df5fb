/** The words of every finding, made here and nowhere else. */
import { formatAltitudeFinding } from '../altitude/message.ts';
import { formatBaselineFinding } from '../baseline/message.ts';
import { formatBorderFinding } from '../borders/message.ts';
import { formatFileFinding } from '../check/message.ts';
import type { Finding } from '../finding.ts';
import { formatItineraryFinding } from '../itinerary/message.ts';
import { countryName } from '../knowledge/country.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { formatPermitFinding } from '../permits/message.ts';
import { sayVerdict } from '../policy/judge-advice.ts';
import { formatRemoteFinding } from '../remote/message.ts';
import { formatRoadFinding } from '../route/message.ts';
import { formatSeasonFinding } from '../season/message.ts';
import { formatSuppressionFinding } from '../suppress/message.ts';
import { formatVisaFinding } from '../visas/message.ts';
import { formatOwnZoneFinding } from './own-zone-message.ts';

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
  const country = (code: string): string => countryName(code, knowledge);
  const native = args.level === null ? `“${text('native')}”` : `“${text('native')}” (level ${text('level')} of 4)`;
  const hedge =
    args.inside === false && finding.confidence === 'likely'
      ? ' (just outside the drawn area, within its doubt)'
      : hedges[finding.confidence];
  const meant = args.known ? ` Did you mean ${text('known')}?` : '';

  switch (rule) {
    case 'TJ109':
      return `The track ${text('path')} lies outside the repository of the itinerary and was not read.`;
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
    case 'TJ209': {
      const at = list('posts').length > 0 ? `, nor its side of ${list('posts').join(' and ')}` : '';
      const rules = 'That country’s papers and border rules were not checked';
      if (args.leg) return `The leg enters ${country(text('country'))}${hedge}. ${rules}${at}.`;
      return args.covered
        ? `${text('name')} is in ${country(text('country'))}. ${rules}${at}.`
        : `${text('name')} is in ${country(text('country'))}, outside the area that tajcheck knows: nothing was checked there, nor that country’s papers and border rules${at}.`;
    }
    case 'TJ210':
      return args.countedBackTo === null
        ? 'The trip has no start date, so nothing that depends on a day was checked.'
        : `The trip has no start date: from the first \`date:\` the nights were counted back to ${text('countedBackTo')}.`;
    case 'TJ211':
      return `${text('path')} passes ${text('km')} km from ${text('name')}, a place that the way goes through. Both were checked.`;
    case 'TJ212':
      return `No airport is known within ${text('km')} km of ${text('name')}: the way was checked as one over the ground.`;
    case 'TJ301':
      return `${authority(finding.authority)}: ${native} for ${text('area')}, ${text('issued')}${inside(args.insideKm)}${hedge}.${sayVerdict(finding)}`;
    case 'TJ302':
      return `${authority(finding.authority)}: ${native} for ${text('area')}, ${text('issued')}${hedge}.${sayVerdict(finding)} ${text('words')}`;
    case 'TJ303':
      return `${text('name')}: ${list('reasons')
        .map((reason) => reason.replace(/-/g, ' '))
        .join(
          ', ',
        )} reported${hedge}.${args.basis === 'approximate' ? ' The area is drawn generously; its true extent is not published.' : ''}`;
    case 'TJ304':
      return `${authority(args.high)} gives level ${text('highLevel')} here, ${authority(args.low)} level ${text('lowLevel')}.`;
    case 'TJ305':
      return formatOwnZoneFinding(finding, inside(args.insideKm), hedge);
    case 'TJ306':
      return `${authority(finding.authority)} wrote on ${text('issued')} of ${text('area')}: “${text('native')}”. That text was gone by ${text('ended')}.${also(args.note)}`;
    case 'TJ601':
      if (args.governments !== undefined) {
        return `${text('governments')} governments advise against part of this trip, and the file does not say whose passports the party holds: a policy may not hold there.`;
      }
      return `${authority(finding.authority)} advises against ${text('area')} (“${text('native')}”): the policy of a traveller from there may not hold.`;
    case 'TJ602':
      return args.list
        ? `“${text('written')}” is ticked by listing the paper under \`${text('list')}:\`, not here.`
        : `“${text('written')}” is not on the checklist.${meant}`;
    case 'TJ901':
      return sayStale(Number(args.count), list('publishers'), args);
    case 'TJ902':
      return `${text('count')} ${args.count === 1 ? 'source falls' : 'sources fall'} due for review before the trip ends, the first on ${text('first')}.`;
    default: {
      const words =
        formatItineraryFinding(finding) ??
        formatFileFinding(finding) ??
        formatSuppressionFinding(finding) ??
        formatBaselineFinding(finding) ??
        formatAltitudeFinding(finding) ??
        formatSeasonFinding(finding) ??
        formatRemoteFinding(finding) ??
        formatPermitFinding(finding, hedge) ??
        formatBorderFinding(finding, country) ??
        formatRoadFinding(finding, authority) ??
        formatVisaFinding(finding);
      if (words === null) throw new Error(`no words for ${rule}`);
      return words;
    }
  }
}

/** As many publishers as a line bears; the sources of the finding are all of them. */
function sayStale(count: number, publishers: readonly string[], { key, first, asOf }: Finding['args']): string {
  const what = key === 'verdict' ? 'behind the verdict' : 'behind the rest of the answer';
  const names = publishers.slice(0, 3);
  const others = publishers.length - names.length;
  const whose = others === 0 ? names : [...names, `${others} ${others === 1 ? 'other' : 'others'}`];
  const [are, their] = count === 1 ? ['source', 'is past its'] : ['sources', 'are past their'];
  return `${count} ${are} ${what} ${their} review date, the first since ${first}: ${joinAnd(whose)}. Counted from ${asOf}.`;
}

const joinAnd = (parts: readonly string[]): string => parts.join(', ').replace(/, ([^,]*)$/, ' and $1');

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
