/** Last step before reporting: the judged trip as one plain value. */

import { nightsOf } from './altitude/nights.ts';
import type { AssessOptions } from './assess.ts';
import { assessLeg } from './assess-leg.ts';
import type { AppliedAdvisory, AuthorityVerdict } from './assessment/advice.ts';
import type { AssessedStop } from './assessment/way.ts';
import type { Assessment } from './assessment.ts';
import { assessPassage } from './borders/assess-passage.ts';
import { makeCalendar } from './calendar/calendar.ts';
import { compareText } from './compare.ts';
import { daysBetween } from './dates.ts';
import { type Finding, sureness } from './finding.ts';
import { groupBy } from './group-by.ts';
import { highestLevel } from './highest-level.ts';
import type { CheckIn } from './itinerary/itinerary.ts';
import { listNotChecked } from './not-checked.ts';
import { km, round } from './round.ts';
import { byPlace, reportFinding } from './rules/report-finding.ts';
import { roadSources } from './rules/sources-in-use.ts';

import { type Trip, type TripStop, touchesBySubject } from './rules/trip.ts';
import { reportZone } from './zones/report-zone.ts';

export function assemble(trip: Trip, findings: readonly Finding[], options: AssessOptions): Assessment {
  const { itinerary, knowledge, asOf } = trip;
  const end = trip.stops.at(-1)?.to ?? null;
  const reported = findings
    .map((finding) => reportFinding(finding, { file: options.file, knowledge, itinerary }))
    .sort(byPlace);
  const checklist = [...trip.checklist];
  const byAuthority = verdicts(trip);
  const permits = trip.permits.map((judgement) => judgement.check);
  const contacts = contactsFor(trip);
  const visas = trip.visas.map((judgement) => judgement.check);
  const passages = trip.passages.map(assessPassage);
  const calendar = makeCalendar(trip);
  const used = new Set([
    ...reported.flatMap((finding) => finding.sources),
    ...checklist.flatMap((item) => item.sources),
    ...permits.flatMap((permit) => permit.sources),
    ...permits.flatMap(({ channels }) => channels.flatMap((channel) => channel.sources)),
    ...visas.flatMap(({ sources, options }) => [...sources, ...options.flatMap((option) => option.sources)]),
    ...passages.flatMap((passage) => passage.sources),
    ...(trip.registration ?? []).flatMap(({ sources }) => sources),
    ...calendar.flatMap((event) => event.sources),
    ...contacts.flatMap((contact) => contact.sources),
    ...Object.values(byAuthority).map((verdict) => verdict.source),
    ...roadSources(trip),
  ]);
  const legs = trip.legs.map((leg) => assessLeg(leg, trip, appliedTo(leg.id, trip)));
  return {
    schema: 'tajcheck-assessment-v1',
    tool: { version: options.version, dataVersion: knowledge.version },
    asOf,
    policy: options.policyFile ? { file: options.policyFile } : null,
    itinerary: {
      file: options.file,
      title: itinerary.title,
      start: itinerary.start,
      end,
      days: itinerary.start === null || end === null ? null : daysBetween(itinerary.start, end) + 1,
    },
    travel: itinerary.travel,
    party: itinerary.party.map(({ id, name, nationality, also, age, count, passport: { kind, expires } }) => {
      return { id, name, nationality, also: [...also], age, count, passport: { kind, expires } };
    }),
    checkIn: reportedCheckIn(itinerary.checkIn),
    overall: { level: highestLevel(Object.values(byAuthority)), byAuthority },
    stops: trip.stops.map((stop) => assessedStop(stop, trip)),
    legs,
    permits,
    visas,
    passages,
    registration: trip.registration === null ? null : [...trip.registration],
    nights: nightsOf(trip),
    calendar,
    findings: reported,
    checklist,
    contacts,
    notChecked: listNotChecked(trip),
    zones: zonesNamed(trip, legs).map((id) => reportZone(trip.layers, id)),
    authorities: Object.fromEntries(
      Object.values(knowledge.authorities).map(({ id, name, short }) => [id, { name, short }]),
    ),
    sources: Object.values(knowledge.sources)
      .filter((source) => used.has(source.id))
      .map(({ id, publisher, title, url, published, retrieved, reviewBy }) => {
        return { id, publisher, title, url, published, retrieved, reviewBy, stale: reviewBy < asOf };
      }),
  };
}

/** Zones that the trip touches, or would by another way, and every country: borders are named by them. */
function zonesNamed(trip: Trip, legs: Assessment['legs']): string[] {
  const countries = Object.values(trip.knowledge.zones).filter(({ kind }) => kind === 'country');
  const elsewhere = legs.flatMap(({ road }) => road?.others.flatMap(({ insideKm }) => Object.keys(insideKm)) ?? []);
  return [...new Set([...trip.touches.map((touch) => touch.zone), ...elsewhere, ...countries.map(({ id }) => id)])];
}

function assessedStop(stop: TripStop, trip: Trip): AssessedStop {
  const { exposure, place, position } = stop;
  const edges = (zones: { id: string; edgeKm: number }[]) =>
    zones.map(({ id, edgeKm }) => ({ id, edgeKm: km(edgeKm) }));
  const covered = exposure?.covered === true;
  return {
    id: stop.stop.id,
    name: stop.name,
    lon: position === null ? null : round(position[0], 6),
    lat: position === null ? null : round(position[1], 6),
    country: exposure?.country ?? place?.country ?? null,
    from: stop.from,
    to: stop.to,
    nights: stop.stop.nights,
    altitudeM: place?.altitudeM ?? null,
    zones: covered ? edges(exposure.zones) : null,
    near: edges(stop.near),
    advisories: covered ? appliedTo(stop.stop.id, trip) : null,
    borderKm: covered
      ? {
          AF: km(exposure.borderKm.AF),
          KG: km(exposure.borderKm.KG),
          UZ: km(exposure.borderKm.UZ),
          CN: km(exposure.borderKm.CN),
        }
      : null,
  };
}

function appliedTo(subject: string, trip: Trip): AppliedAdvisory[] {
  return (touchesBySubject(trip).get(subject) ?? [])
    .flatMap((touch) =>
      touch.advisories.map(({ id, authority, zone, area, native, level, words, issued, sources }) => {
        return {
          id,
          authority,
          zone,
          area,
          native,
          level,
          words,
          issued,
          source: sources[0],
          confidence: touch.confidence,
        };
      }),
    )
    .sort((a, b) => (b.level ?? 0) - (a.level ?? 0) || compareText(a.authority, b.authority));
}

/** For each authority its highest level on the trip; among equals the surest. */
function verdicts(trip: Trip): Record<string, AuthorityVerdict> {
  const applied = trip.touches.flatMap((touch) => touch.advisories.map((advisory) => ({ touch, advisory })));
  const byAuthority = groupBy(applied, ({ advisory }) => advisory.authority);
  const entries = [...byAuthority].map(([authority, group]): [string, AuthorityVerdict] => {
    const top = group.reduce((best, next) => {
      const higher = (next.advisory.level ?? 0) - (best.advisory.level ?? 0);
      return higher > 0 || (higher === 0 && sureness[next.touch.confidence] < sureness[best.touch.confidence])
        ? next
        : best;
    });
    const { level, native, area, zone, issued, sources } = top.advisory;
    const where = group.filter(({ advisory }) => advisory.id === top.advisory.id).map(({ touch }) => touch.subject);
    return [
      authority,
      {
        level,
        native,
        area,
        zone,
        where: [...new Set(where)],
        confidence: top.touch.confidence,
        issued,
        source: sources[0],
      },
    ];
  });
  return Object.fromEntries(entries.sort(([, a], [, b]) => (b.level ?? 0) - (a.level ?? 0)));
}

const reportedCheckIn = (agreed: CheckIn | null): Assessment['checkIn'] =>
  agreed && { at: agreed.at, with: agreed.with, phone: agreed.phone, lateHours: agreed.lateHours };

function contactsFor(trip: Trip) {
  const nationalities = new Set(trip.itinerary.party.map((member) => member.nationality));
  return trip.knowledge.contacts
    .filter(({ serves }) => serves === null || serves.some((country) => nationalities.has(country)))
    .map(({ name, numbers, what, serves, sources }) => ({ name, numbers, what, serves, sources }));
}
