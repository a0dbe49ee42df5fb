/** The trip page: one file that opens anywhere, without a network. */
import type { DrawnTrip } from '../drawing/drawn-trip.ts';
import type { Basemap } from '../map/basemap.ts';
import { writeDocument } from './page/document.ts';
import { render } from './page/markup.ts';
import { viewTrip } from './page/view.ts';

/** What the build makes of `src/page/`, and the base map. */
export interface PageParts {
  readonly script: string;
  readonly style: string;
  readonly basemap: Basemap;
}

export const reportHtml = (trip: DrawnTrip, parts: PageParts): string => render(writeDocument(viewTrip(trip, parts)));
