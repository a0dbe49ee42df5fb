/** The trip as points and lines that any map program can draw. */
import type { AppliedAdvisory } from '../../assessment/advice.ts';
import type { AssessedLeg, AssessedStop } from '../../assessment/way.ts';
import { cutLine } from '../../drawing/cut-line.ts';
import type { DrawnTrip } from '../../drawing/drawn-trip.ts';
import { levelStretches } from '../../drawing/level-stretches.ts';
import { legName } from '../../drawing/not-drawn.ts';
import { highestLevel } from '../../highest-level.ts';
import type { Position } from '../../itinerary/itinerary.ts';
import type { Level } from '../../knowledge/schema/parts.ts';
import { degrees } from '../../round.ts';
import { sayKm, sayLevel } from '../pretty/words.ts';
import { sayAdvice, sayBasis, sayLeg, sayNearEdge, sayPerhaps, sayStop } from './words.ts';

export interface StopPart {
  readonly stop: AssessedStop;
  /** Gates are no stops of the traveller's own: the country is entered and left there. */
  readonly isGate: boolean;
  /** The way of travel that leads there; null: not known, or the first. */
  readonly by: string | null;
  readonly level: Level | null;
  readonly lines: readonly string[];
}

export function stopParts({ assessment }: DrawnTrip): StopPart[] {
  return assessment.stops.map((stop) => ({
    stop,
    isGate: stop.id === 'entry' || stop.id === 'exit',
    by: assessment.legs.find(({ to }) => to === stop.id)?.mode ?? null,
    level: highestLevel(stop.advisories),
    lines: sayStop(stop, assessment),
  }));
}

export interface LegPart {
  readonly leg: AssessedLeg;
  readonly name: string;
  readonly level: Level | null;
  readonly lines: readonly string[];
  readonly vertices: readonly Position[];
  /** In order, without gaps. */
  readonly stretches: readonly StretchPart[];
}

interface StretchPart {
  /** Kilometres from the start of the leg; null: its length is not known. */
  readonly fromKm: number | null;
  readonly toKm: number | null;
  readonly name: string;
  readonly level: Level | null;
  /** That of an area so near that the true way may lie in it, where it is higher. */
  readonly perhaps: Level | null;
  readonly lines: readonly string[];
  readonly advisories: readonly AppliedAdvisory[] | null;
  readonly vertices: readonly Position[];
}

/** Legs that have a line; `sayTrip` names the others. */
export function legParts({ assessment, lines }: DrawnTrip): LegPart[] {
  return assessment.legs.flatMap((leg) => {
    const line = lines.find((own) => own.leg === leg.id)?.line;
    if (line === undefined || line.vertices.length < 2) return [];
    const name = legName(leg, assessment);
    const end = line.km[line.km.length - 1];
    const about = sayLeg(leg);
    // Areas that the line itself does not enter, and the true way may.
    const crossed = new Set((leg.crossings ?? []).map(({ zone }) => zone));
    const beside = (leg.advisories ?? []).filter(({ zone }) => !crossed.has(zone));
    const cuts = levelStretches(leg);
    const stretches = cuts.map(({ fromKm, toKm, level, perhaps, advisories }, at): StretchPart => {
      const from = at === 0 ? 0 : fromKm;
      const to = at === cuts.length - 1 ? end : toKm;
      const where = cuts.length === 1 ? '' : `, km ${Math.round(fromKm)} to ${Math.round(toKm)}`;
      // Of a way that is not known no advice is not the same as none.
      const said = leg.advisories === null ? null : [...advisories, ...beside];
      return {
        ...{ fromKm, toKm, level, perhaps },
        name: `${name}${where}: ${sayLevel(level)}${sayPerhaps(perhaps)}${sayBasis(leg)}`,
        lines: [...about, ...sayNearEdge(perhaps), ...sayAdvice(said, assessment)],
        advisories: said,
        vertices: cutLine(line, from, to).map(degrees),
      };
    });
    const vertices = line.vertices.map(degrees);
    const whole: StretchPart = {
      ...{ fromKm: null, toKm: null, level: null, perhaps: null, vertices, advisories: leg.advisories },
      name: `${name}${sayBasis(leg)}`,
      lines: [...about, ...sayAdvice(leg.advisories, assessment)],
    };
    const levelled = stretches.filter(({ level, perhaps }) => level !== null || perhaps !== null);
    const kms = levelled.map(
      ({ fromKm, toKm, level, perhaps }) =>
        `${sayKm(toKm! - fromKm!)} from km ${Math.round(fromKm!)} ${sayLevel(level)}${sayPerhaps(perhaps)}`,
    );
    return {
      leg,
      name: `${name}${sayBasis(leg)}`,
      level: highestLevel(leg.advisories),
      lines: [
        ...about,
        ...(kms.length > 0 ? [`Levels: ${kms.join('; ')}.`] : []),
        ...sayAdvice(leg.advisories, assessment),
      ],
      vertices,
      stretches: stretches.length > 0 ? stretches : [whole],
    };
  });
}
