/**
 * The map, and below it all that can be tapped on it as a list. `src/page/` makes the map move: it finds the picture in
 * `#map-frame`, and the links to what is on it by `data-marker`, the id of the marker. Without script they lead to the
 * day.
 */
import { legendEntries } from '../../map/draw-legend.ts';
import { drawSvg } from '../../map/draw-svg.ts';
import { makeScene } from '../../map/make-scene.ts';
import type { Scene, SceneMarker } from '../../map/scene.ts';
import { count } from '../pretty/words.ts';
import { html, type Markup, trusted } from './markup.ts';
import { writeSceneData } from './scene-data.ts';
import { plate, type Section, type View } from './view.ts';

/** Pixels, at which the letters are right on paper; on the screen the page's script sets them anew. */
const WIDTH = 760;

export function mapSection(view: View): Section {
  const scene = makeScene(view.drawn, view.parts.basemap);
  const body = html`${scene.notes.map(
    (note) => html`<p class="gap">${note}</p>
`,
  )}<figure class="map">
<div id="map-frame">${trusted(drawSvg(scene, { width: WIDTH, theme: 'light', title: null, embedded: true }))}</div>
<figcaption>
<ul class="legend">
${legendEntries(scene, scene.focus.width / WIDTH).map(
  ({
    sign,
    words,
  }) => html`<li><svg class="trip-map" viewBox="0 0 26 14" width="26" height="14" aria-hidden="true">${trusted(sign)}</svg> ${words}</li>
`,
)}</ul>
<p>${scene.attribution.join(' ')}</p>
</figcaption>
</figure>
<script type="application/json" id="scene">${trusted(writeSceneData(scene))}</script>
${listMarkers(view, scene)}`;
  return { id: 'map', heading: 'Map', body };
}

/** What one can tap, in travelling order; edges of areas, which are many, by themselves. */
function listMarkers(view: View, { markers }: Scene): Markup | null {
  if (markers.length === 0) return null;
  const edges = markers.filter(({ kind }) => kind === 'zone-edge');
  const list = (some: readonly SceneMarker[]): Markup => html`<ol class="markers">
${some.map((marker) => listMarker(view, marker))}</ol>`;
  return html`<div class="on-the-map"><h3>On the map</h3>
${list(markers.filter(({ kind }) => kind !== 'zone-edge'))}${
  edges.length > 0 &&
  html`
<details><summary>${count(edges.length, 'edge of an area', 'edges of areas')} on the way</summary>
${list(edges)}</details>`
}</div>`;
}

function listMarker(view: View, { id, kind, mark, title, details, level }: SceneMarker): Markup {
  const name = mark === '' ? title : title.replace(`${mark}. `, '');
  const number = mark !== '' && html`<span class="mark">${mark}</span>`;
  return html`<li class="${kind}">${number}<a href="#${dayOf(view, id)}" data-marker="${id}">${name}</a>${
    level !== null && html` ${plate(level)}`
  }${details.length > 0 && html` <span class="note">${details[0]}</span>`}</li>
`;
}

/** The day that tells of a stop, or of something on the way to one. */
function dayOf({ trip }: View, marker: string): string {
  const leg = /^leg-\d+/.exec(marker)?.[0];
  const day = trip.stops.find(({ stop, leg: way }) => stop.id === marker || (leg !== undefined && way?.id === leg));
  return day ? day.stop.id : 'days';
}
