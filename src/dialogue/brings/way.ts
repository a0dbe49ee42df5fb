/** How far it is, how long it takes, how high it goes, and how sure that is. */
import type { AssessedLeg } from '../../assessment/way.ts';
import { isTop, sayKm, sayMetres, sayWeekday } from '../../report/pretty/words.ts';
import type { Consequence } from '../consequences.ts';
import type { Look } from './look.ts';

export function wayThere({ leg, stop, after }: Look): Consequence[] {
  if (leg === null) return [];
  const from = after.stops.find(({ id }) => id === leg.from)?.name ?? leg.from;
  const ends = `${leg.date === null ? '' : `${sayWeekday(leg.date)}, `}${from} to ${stop.name}`;
  if (leg.basis === 'unknown')
    return [{ kind: 'way', tone: 'mind', text: `${ends}: the way is not known, and nothing on it was checked.` }];
  const isSure = leg.basis !== 'guess' && (leg.corridorKm === 0 || leg.basis === 'flight');
  return [{ kind: 'way', tone: isSure ? 'note' : 'mind', text: `${ends}: ${sayFacts(leg).join(', ')}.` }];
}

function sayFacts({ basis, lengthKm, hours, road, corridorKm }: AssessedLeg): string[] {
  const km = lengthKm === null ? 'length not known' : sayKm(lengthKm);
  const how = {
    track: ' by your track',
    road: ' by road',
    flight: ' by air',
    guess: ' in a straight line',
    unknown: '',
  }[basis];
  const facts = [`${km}${how}`];
  if (hours !== null)
    facts.push(
      hours < 1 ? `${Math.max(1, Math.round(hours * 60))} minutes` : `about ${Math.round(hours)} hours of moving`,
    );
  const top = road?.highest;
  if (top && isTop(top)) facts.push(`up to ${sayMetres(top.altitudeM)} (${top.name})`);
  if (basis === 'guess') facts.push('a guess, because no road there is known');
  else if (corridorKm) facts.push('part of it a guess');
  return facts;
}
