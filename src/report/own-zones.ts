/** What a zone of the reader's own asks, in one breath: the same words in every report. */
import type { Assessment, ReportedZone } from '../assessment.ts';
import { capitalise, sentence } from '../sentence.ts';
import { saySeason } from '../zones/own-season.ts';

/** A zone whose own file speaks for it. */
export type OwnReportedZone = ReportedZone & { readonly own: NonNullable<ReportedZone['own']> };

export const isOwn = (zone: ReportedZone): zone is OwnReportedZone => zone.own !== null && zone.own !== undefined;

const asks: Readonly<Record<string, string>> = {
  prohibited: 'not to be entered',
  authorisation: 'not to be entered without authorisation',
  caution: 'enter with caution',
  none: 'noted only',
};

/** Without a trip: what holds there in general. */
export function sayOwnRules({ restriction, own }: Pick<OwnReportedZone, 'restriction' | 'own'>): string {
  const { words, require, source, url } = own;
  const season = saySeason(own);
  return [
    sentence(capitalise(asks[restriction] ?? restriction)),
    words === null ? '' : sentence(words),
    require.length === 0 ? '' : `Requires ${require.join(', ')}.`,
    season === '' ? '' : `Holds ${season}.`,
    source === null && url === null ? '' : `Source: ${[source, url].filter((part) => part !== null).join(', ')}.`,
  ]
    .filter(Boolean)
    .join(' ');
}

/** On this trip: also what is not in place yet, and whether the zone holds on its days at all. */
export function sayOwnZone(zone: OwnReportedZone, { findings, itinerary, checklist }: Assessment): string {
  const season = saySeason(zone.own);
  const isMet = findings.some((finding) => finding.rule === 'TJ305' && finding.zone === zone.id);
  if (!isMet) return `Holds ${season}, not on the days of this trip.`;
  const missing = zone.own.require.filter((id) => checklist.some((item) => item.id === id && item.status === 'open'));
  const open = missing.length > 0 ? `Not listed under mitigations: ${missing.join(', ')}.` : '';
  const days = itinerary.start === null && season !== '' ? 'The trip has no dates, so it is taken to hold.' : '';
  return [sayOwnRules(zone), open, days].filter(Boolean).join(' ');
}
