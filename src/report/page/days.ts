/** The days in order: the way there, what it goes through, where you sleep. */
import type { AssessedLeg, LegCrossing } from '../../assessment/way.ts';
import { groupBy } from '../../group-by.ts';
import { highestLevel } from '../../highest-level.ts';
import { capitalise } from '../../sentence.ts';
import { onTheRoad, placeFacts, sayAdvice, sayDay, sayLeg, sayNights, sayStrayLeg } from '../pretty/days.ts';
import { sayDistricts, sayInside, sayNear } from '../pretty/inside.ts';
import { sayPassage } from '../pretty/passages.ts';
import type { TripStop } from '../pretty/trip.ts';
import { list, sayKm } from '../pretty/words.ts';
import { html, type Markup, withCode } from './markup.ts';
import { cite } from './notes.ts';
import type { Section, View } from './view.ts';

export function daysSection(view: View): Section {
  const entered = new Set<string>();
  const { stops, strayLegs } = view.trip;
  const body = html`<p class="note">Levels are the highest that anybody gives; hours are those of moving, in summer.</p>
<ol class="days">
${stops.map((stop) => writeDay(view, stop, entered))}</ol>
${strayLegs.map(
  (leg) => html`<p>${sayStrayLeg(view, leg)}</p>
`,
)}`;
  return { id: 'days', heading: 'Day by day', short: 'Days', body };
}

function writeDay(view: View, { stop, leg, days }: TripStop, entered: Set<string>): Markup {
  const known = stop.advisories !== null && leg?.advisories !== null;
  const said = known ? [...(stop.advisories ?? []), ...(leg?.advisories ?? [])] : null;
  const facts = [...sayNights(view, stop, days), ...placeFacts(view, stop)];
  const below = [...sayDistricts(leg, stop, view, entered), ...sayNear(view, stop)];
  return html`<li id="${stop.id}"><h3>${sayDay(stop, days)}: <a class="on-map" href="#map" data-marker="${stop.id}">${stop.name}</a> <span class="plate ${said === null ? 'unknown' : `l${highestLevel(said) ?? 0}`}">${sayAdvice(view, said)}</span></h3>
${leg !== null && writeLeg(view, leg, stop.id)}<p class="sleep"><span class="label">There</span> ${facts.join(', ')}.${below.length > 0 && ` ${below.join('. ')}.`}</p>
${writePassages(view, [stop.id, leg?.id])}${writeEvents(view, stop.id)}${writeNotes(view, [stop.id, leg?.id])}</li>
`;
}

function writeLeg(view: View, leg: AssessedLeg, stop: string): Markup {
  const to = view.trip.stops.find((one) => one.stop.id === stop)?.stop ?? null;
  const road = [saySurfaces(leg), sayFuel(leg)].filter(Boolean);
  const inside = sayInside(view, leg);
  return html`<p id="${leg.id}" class="way"><span class="label">The way</span> ${sayLeg(view, leg, to)}.${road.map((fact) => ` ${fact}.`)}</p>
${
  inside.length > 0 &&
  html`<p class="inside">${inside.map((line) => `${line}. `)}</p>
`
}${writeCrossings(view, leg)}`;
}

/** `Surface: asphalt 120 km, gravel 60 km`, the longest first. */
function saySurfaces({ road }: AssessedLeg): string {
  if (road === null || road.stretches.length === 0) return '';
  const lengths = [...groupBy(road.stretches, ({ surface }) => surface)]
    .map(([surface, own]) => ({ surface, km: own.reduce((sum, { fromKm, toKm }) => sum + toKm - fromKm, 0) }))
    .sort((a, b) => b.km - a.km);
  return `Surface: ${lengths.map(({ surface, km }) => `${surface} ${sayKm(km)}`).join(', ')}`;
}

function sayFuel({ road }: AssessedLeg): string {
  if (road === null) return '';
  const places = road.fuel.map(({ name, km }) => `${name} (km ${Math.round(km)})`);
  return places.length === 0 ? 'Fuel: no place known' : `Fuel known at ${list(places)}`;
}

/** Every area that the way enters, for who wants to know at which kilometre; strips of several governments by themselves. */
function writeCrossings(view: View, { crossings, id }: AssessedLeg): Markup | null {
  const told = (crossings ?? []).filter(({ zone }) => view.areaOf.get(zone)?.kind !== 'country');
  if (told.length === 0) return null;
  const rows = groupBy(told, ({ zone, entryKm, exitKm }) => {
    return `${view.areaOf.get(zone)?.name ?? zone} ${Math.round(entryKm)} ${Math.round(exitKm)}`;
  });
  return html`<details class="crossings"><summary>Areas entered and left on the way</summary>
<table><thead><tr><th scope="col">Area</th><th scope="col">In at</th><th scope="col">Out at</th><th scope="col">Inside</th></tr></thead>
<tbody>
${[...rows.values()].map((own) => writeCrossing(view, own, id))}</tbody></table></details>
`;
}

function writeCrossing(view: View, own: readonly LegCrossing[], leg: string): Markup {
  const [{ zone, entryKm, exitKm, insideKm, entryNear, exitNear }] = own;
  const owners = own.flatMap((crossing) => {
    const authority = view.assessment.zones.find(({ id }) => id === crossing.zone)?.authority;
    return authority ? [view.assessment.authorities[authority]?.short ?? authority] : [];
  });
  const name = view.areaOf.get(zone)?.name ?? zone;
  const at = (km: number, near: string | null): string => `km ${Math.round(km)}${near === null ? '' : ` near ${near}`}`;
  return html`<tr data-leg="${leg}"><th scope="row">${name}${owners.length > 0 && view.areaOf.get(zone)?.zones.length !== 1 && ` (${list(owners)})`}</th><td>${at(entryKm, entryNear)}</td><td>${at(exitKm, exitNear)}</td><td>${sayKm(insideKm)}</td></tr>
`;
}

/** Where the country is entered or left on this day, and what is known of the post. */
function writePassages(view: View, subjects: readonly (string | undefined)[]): Markup[] {
  return view.assessment.passages
    .filter(({ subject }) => subjects.includes(subject))
    .map(
      (
        passage,
      ) => html`<p><span class="label">Border</span> ${sayPassage({ ...view, verbose: false }, passage)}${cite(view, passage.sources)}</p>
`,
    );
}

/** What is agreed or due at this stop. */
function writeEvents({ assessment: { calendar } }: View, stop: string): Markup[] {
  return calendar
    .filter(({ id, kind }) => kind === 'check-in' && id === `check-in-${stop}`)
    .map(
      ({ text }) => html`<p class="call"><span class="label">Call</span> ${capitalise(text)}.</p>
`,
    );
}

/** Season, altitude and road of this day. */
function writeNotes({ assessment: { findings } }: View, subjects: readonly (string | undefined)[]): Markup | null {
  const notes = findings.filter(({ rule, subject, suppressed }) => {
    return subjects.includes(subject) && onTheRoad.test(rule) && suppressed === null;
  });
  if (notes.length === 0) return null;
  return html`<ul class="notes">
${notes.map(({ severity, message, rule }) => {
  return html`<li class="${severity}"><strong>${{ error: 'Stop', warning: 'Mind', info: 'Note' }[severity]}</strong>: ${withCode(message)} <span class="note">(${rule})</span></li>
`;
})}</ul>
`;
}
