/** A zone as reports have it: whose it is, how it was drawn, and of the reader's own what his file says. */
import type { ReportedOwnZone, ReportedZone } from '../assessment.ts';
import { type OwnZone, ownZone, type ZoneLayer, zoneProperties } from './layer.ts';

export function reportZone(layers: readonly ZoneLayer[], id: string): ReportedZone {
  const { name, kind, authority, restriction, basis, rule, uncertaintyKm, sources, asOf } = zoneProperties(layers, id);
  const own = ownZone(layers, id);
  const zone = { id, name, kind, authority, restriction, basis, rule, uncertaintyKm, sources, asOf };
  return { ...zone, own: own === null ? null : reportOwn(own) };
}

function reportOwn({ file, words, severity, months, from, until, require, source, url }: OwnZone): ReportedOwnZone {
  return { file, words, severity, months: months && [...months], from, until, require: [...require], source, url };
}
