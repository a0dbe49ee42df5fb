/** What every section of the trip page is written from. */
import { Chalk } from 'chalk';
import type { DrawnTrip } from '../../drawing/drawn-trip.ts';
import { fold64 } from '../../fold.ts';
import type { Level } from '../../knowledge/schema/parts.ts';
import type { PageParts } from '../html.ts';
import { areasByZone, gatherAreas } from '../pretty/areas.ts';
import type { Page } from '../pretty/page.ts';
import { orderSources } from '../pretty/sources.ts';
import { layOutTrip } from '../pretty/trip.ts';
import { baseName, sayLevel } from '../pretty/words.ts';
import { type Content, html, type Markup } from './markup.ts';

/** The briefing's own words are used throughout: without colour, on lines as long as they come, nothing cut short. */
export interface View extends Page {
  readonly drawn: DrawnTrip;
  readonly parts: PageParts;
  /** Number of each source in the list at the end, by id. */
  readonly sourceNumbers: ReadonlyMap<string, number>;
}

/** Wider than any line: the browser breaks lines. */
const WIDTH = 100_000;

export function viewTrip(drawn: DrawnTrip, parts: PageParts): View {
  const { assessment } = drawn;
  const trip = layOutTrip(assessment);
  const areas = gatherAreas(assessment, trip);
  const options = { chalk: new Chalk({ level: 0 }), width: WIDTH, verbose: true };
  const page = { ...options, assessment, trip, areas, areaOf: areasByZone(areas) };
  const sourceNumbers = new Map(orderSources(page).map(({ id }, at) => [id, at + 1]));
  return { ...page, drawn, parts, sourceNumbers };
}

export interface Section {
  /** Of the element, for links. */
  readonly id: string;
  readonly heading: string;
  /** In the list of contents, where the heading is long. */
  readonly short?: string;
  readonly body: Content;
}

export function writeSection({ id, heading, body }: Section): Markup {
  return html`<section id="${id}" aria-labelledby="${id}-h"><h2 id="${id}-h" tabindex="-1">${heading}</h2>
${body}
</section>
`;
}

/** A level as a small plate: the number is in it, the colour only helps. */
export const plate = (level: Level | null): Markup =>
  html`<span class="plate l${level ?? 0}">${sayLevel(level)}</span>`;

/** The same trip keeps its name from run to run, whatever else changes: ticks are kept under it. */
export function tripKey({ assessment: { itinerary, stops } }: View): string {
  const own = stops.filter(({ id }) => id !== 'entry' && id !== 'exit').map(({ name }) => name);
  return fold64([itinerary.title ?? baseName(itinerary.file), own[0] ?? '', own.at(-1) ?? ''].join('\u0000'));
}
