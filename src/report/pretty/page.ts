import type { ChalkInstance } from 'chalk';
import type { Assessment } from '../../assessment.ts';
import { countryZone } from '../../knowledge/country.ts';
import type { ProfileTrip } from '../../profile/profile.ts';
import { padEnd } from '../../terminal/width.ts';
import { wrap } from '../../terminal/wrap.ts';
import type { Area } from './areas.ts';
import type { Trip } from './trip.ts';

export interface PrettyOptions {
  /** Columns of the terminal. */
  readonly width: number;
  readonly chalk: ChalkInstance;
  /** Text of the itinerary file, for code frames. */
  readonly source?: string;
  /** Everything, nothing cut short. */
  readonly verbose?: boolean;
  /** Heights on the way, for the small picture of it; without it there is none. */
  readonly knowledge?: ProfileTrip['knowledge'];
  /** The terminal's own font has no more than ASCII. */
  readonly ascii?: boolean;
}

/** What every section of the briefing is written from. The assessment's strings are safe to print. */
export interface Page extends PrettyOptions {
  readonly assessment: Assessment;
  readonly trip: Trip;
  readonly areas: readonly Area[];
  /** The area that each zone is part of. */
  readonly areaOf: ReadonlyMap<string, Area>;
}

/** A heading and its lines, or nothing at all. */
export function writeSection(page: Page, heading: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return [];
  return ['', ...wrap(page.chalk.bold(heading), page.width), ...lines];
}

/** A label in its own column and text beside it; on a narrow page the text goes below. */
export function writeRow(page: Page, label: string, text: string, labelWidth: number, indent = 2): string[] {
  const column = indent + labelWidth + 2;
  if (column > page.width / 2) return [...wrap(label, page.width, indent), ...wrap(text, page.width, indent + 2)];
  return wrap(`${padEnd(label, labelWidth)}  ${text}`, page.width, indent, column);
}

/** The first `most` lines or entries, and what was left out. */
export function cutTail<T>(page: Page, items: readonly T[], most: number) {
  // Leaving out a single entry saves nothing.
  const end = page.verbose || items.length <= most + 1 ? items.length : most;
  return { shown: items.slice(0, end), rest: items.slice(end), more: items.length - end };
}

/** `Canada` for `ca-gac`. */
export function authorityName(page: Page, id: string): string {
  return page.assessment.authorities[id]?.short ?? id;
}

/** `Afghanistan` for `AF`: the name of the country's zone. */
export function countryName({ assessment }: Page, code: string): string {
  return assessment.zones.find(({ id }) => id === countryZone(code))?.name ?? code;
}
