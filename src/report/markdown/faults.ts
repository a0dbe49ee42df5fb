/** What stops the trip as it is written, what is silenced, and zones of the reader's own. */
import type { Assessment } from '../../assessment.ts';
import { touchedZones } from '../../drawing/touched-zones.ts';
import { sentence } from '../../sentence.ts';
import { escapeMarkdown as md, escapeProse as prose } from '../escape-markdown.ts';
import { isOwn, sayOwnZone } from '../own-zones.ts';
import { sayDate } from '../pretty/words.ts';

/** A list without them would look calmer than the trip is. */
export function writeStops({ findings }: Assessment): string[] {
  const errors = findings.filter(({ severity, suppressed }) => severity === 'error' && suppressed === null);
  if (errors.length === 0) return [];
  const lines = errors.map(({ message, help, line, rule }) => {
    return `- ${prose(sentence(message))} ${prose(sentence(help))} (${line === null ? '' : `line ${line}, `}${rule})`;
  });
  return ['', '## Stop: not as written', '', ...lines];
}

/** What stands though somebody accepts it: who travels reads why, and for how long. */
export function writeSilenced({ findings }: Assessment): string[] {
  const lines = findings.flatMap(({ severity, suppressed, message, line, rule }) => {
    if (severity !== 'error' || suppressed === null) return [];
    const { reason, until } = suppressed;
    const why = `${until === null ? '' : `Until ${sayDate(until)}: `}${prose(sentence(reason))}`;
    return [`- ${prose(sentence(message))} (${line === null ? '' : `line ${line}, `}${rule}) ${why}`];
  });
  return lines.length === 0 ? [] : ['', '## Silenced, not solved', '', ...lines];
}

/** Of zones that the trip only might have entered by another way nothing is said. */
export function writeOwnZones(assessment: Assessment): string[] {
  const touched = touchedZones(assessment);
  const own = assessment.zones.filter(isOwn).filter(({ id }) => touched.has(id));
  if (own.length === 0) return [];
  const lines = own.map((zone) => `- **${md(zone.name)}** (${md(zone.own.file)}). ${md(sayOwnZone(zone, assessment))}`);
  return ['', '## Your own zones', '', ...lines];
}
