/** Heights along the way, drawn and as tables. */
import { makeProfile, type Profile } from '../../profile/profile.ts';
import { heightRows, levelRows, zoneRows } from '../../profile/profile-rows.ts';
import { drawProfile } from '../../profile/profile-svg.ts';
import { placeName } from '../pretty/trip.ts';
import { list } from '../pretty/words.ts';
import { html, type Markup, trusted } from './markup.ts';
import type { Section, View } from './view.ts';

/** Pixels: letters keep their size, so that a phone needs a drawing of its own. */
const WIDE = 880;
const NARROW = 328;

export function profileSection(view: View): Section | null {
  const profile = makeProfile(view.drawn);
  const drawn = drawProfile(profile, { width: WIDE });
  const unknown = profile.unknownLegs.flatMap((id) => {
    const leg = view.assessment.legs.find((one) => one.id === id);
    return leg ? [`from ${placeName(view.trip, leg.from)} to ${placeName(view.trip, leg.to)}`] : [];
  });
  if (drawn === '' && unknown.length === 0) return null;
  const body = html`${
    unknown.length > 0 &&
    html`<p class="gap">Way not known, and not drawn: ${list(unknown)}.</p>
`
  }${
    drawn !== '' &&
    html`<div class="wide">${trusted(drawn)}</div>
<div class="narrow">${trusted(drawProfile(profile, { width: NARROW, id: 'profile-narrow' }))}</div>
${writeTables(profile)}`
  }`;
  return { id: 'profile', heading: 'Heights along the way', short: 'Heights', body };
}

function writeTables(profile: Profile): Markup {
  const heights = heightRows(profile).map(
    ({
      at,
      name,
      what,
      height,
    }) => html`<tr><td>${at}</td>${name === '' ? html`<td></td>` : html`<th scope="row">${name}</th>`}<td>${what}</td><td>${height}</td></tr>
`,
  );
  const levels = levelRows(profile).map(
    ({ at, level }) => html`<tr><th scope="row">${at}</th><td>${level}</td></tr>
`,
  );
  const zones = zoneRows(profile).map(
    ({ name, where }) => html`<tr><th scope="row">${name}</th><td>${where.join(', ')}</td></tr>
`,
  );
  return html`<details class="heights"><summary>Heights, levels and areas as tables</summary>
<table><caption>Heights</caption><thead><tr><th scope="col">Where</th><th scope="col">Place</th><th scope="col">What</th><th scope="col">Height</th></tr></thead>
<tbody>
${heights}</tbody></table>
<table><caption>Highest level that anybody gives</caption><tbody>
${levels}</tbody></table>
<table><caption>Areas</caption><tbody>
${zones}</tbody></table>
</details>`;
}
