/** The road network as data: whole, inside its countries, as long and as slow as others say, and sourced. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { measureLine } from '../../src/geodesy/measure.ts';
import type { Position } from '../../src/itinerary/itinerary.ts';
import type { Place } from '../../src/knowledge/schema/places.ts';
import { makeRouter } from '../../src/route/find-way.ts';
import { followRoads, type Waypoint } from '../../src/route/follow-roads.ts';
import { edgeCount, edgeLine } from '../../src/route/network.ts';
import { crossLine } from '../../src/zones/cross.ts';
import { edgeDistanceKm } from '../../src/zones/nearest.ts';
import { knowledge } from '../trip.ts';

const { roads, places, index, borders, vehicles, sources } = knowledge();
const byId = new Map(places.map((place) => [place.id, place]));
const edges = Array.from({ length: edgeCount(roads) }, (_, edge) => ({
  edge,
  from: byId.get(roads.nodes[roads.from[edge]])!,
  to: byId.get(roads.nodes[roads.to[edge]])!,
  section: roads.sections[roads.section[edge]],
  line: edgeLine(roads, edge),
}));
const nameOf = ({ from, to, section }: (typeof edges)[number]): string => `${section.id}: ${from.id} - ${to.id}`;

const borderKm = (position: Position): number =>
  Math.min(...borders.ids.map((_, line) => edgeDistanceKm(borders, line, position, 100)));

describe('the network', () => {
  it('is one: every node can be reached from every other', () => {
    const next = new Map<string, string[]>();
    for (const { from, to } of edges) {
      next.set(from.id, [...(next.get(from.id) ?? []), to.id]);
      next.set(to.id, [...(next.get(to.id) ?? []), from.id]);
    }
    const seen = new Set(['dushanbe']);
    for (const node of seen) for (const other of next.get(node) ?? []) seen.add(other);
    expect(roads.nodes.filter((node) => !seen.has(node))).toEqual([]);
  });

  it('ends only at places, and where it ends there is something to end at', () => {
    const ends = new Map<string, number>();
    for (const { from, to } of edges) for (const { id } of [from, to]) ends.set(id, (ends.get(id) ?? 0) + 1);
    const dangling = [...ends].filter(([id, count]) => count === 1 && byId.get(id)!.kind === 'junction');
    expect(dangling).toEqual([]);
  });

  it('has a vertex at least every 5 km on average in every section', () => {
    const sparse = roads.sections.filter((section) => {
      const own = edges.filter((edge) => edge.section.id === section.id);
      const km = own.reduce((sum, { line }) => sum + measureLine(line).km.at(-1)!, 0);
      return km / own.reduce((sum, { line }) => sum + line.length - 1, 0) > 5;
    });
    expect(sparse.map(({ id }) => id)).toEqual([]);
  });

  it('keeps inside the country of each section, but for the last steps to a border post', () => {
    const outside = edges.flatMap((edge) => {
      const own = `country-${edge.section.country.toLowerCase()}`;
      return crossLine(index, edge.line)
        .crossings.filter(({ zone, insideKm }) => zone.startsWith('country-') && zone !== own && insideKm > 0.01)
        .filter(({ entry, exit }) => {
          const posts = [edge.from, edge.to].filter(({ kind }) => kind === 'border-post' || kind === 'pass');
          const reach = (at: Position): number =>
            Math.min(...posts.map(({ lon, lat }) => measureLine([at, [lon, lat]]).km[1]), Infinity);
          return Math.min(reach(entry), reach(exit)) > 0.5;
        })
        .map(({ zone, insideKm }) => `${nameOf(edge)} ${insideKm.toFixed(2)} km in ${zone}`);
    });
    expect(outside).toEqual([]);
  });

  it('passes from one country to the next at border posts alone', () => {
    const countries = new Map<string, Set<string>>();
    for (const { from, to, section } of edges) {
      for (const { id } of [from, to]) countries.set(id, (countries.get(id) ?? new Set()).add(section.country));
    }
    const open = [...countries].filter(([id, own]) => own.size > 1 && byId.get(id)!.kind !== 'border-post');
    expect(open.map(([id]) => id)).toEqual([]);
    const far = [...countries].filter(([id, own]) => {
      const { lon, lat } = byId.get(id)!;
      return own.size > 1 && borderKm([lon, lat]) > 1;
    });
    expect(far.map(([id]) => id)).toEqual([]);
  });

  it('names a source for the course of every section', () => {
    for (const section of roads.sections) {
      expect(section.sources.length, section.id).toBeGreaterThan(0);
      for (const id of [...section.sources, ...(section.closed?.sources ?? [])]) expect(sources[id], id).toBeDefined();
    }
  });

  it('gives the altitude of every pass on it, within 60 m of the sources', () => {
    const passes = new Set(edges.flatMap(({ from, to }) => [from, to]).filter(({ kind }) => kind === 'pass'));
    expect([...passes].filter(({ altitudeM }) => altitudeM === null).map(({ id }) => id)).toEqual([]);
    const stated: Record<string, number> = parse(
      readFileSync(join(import.meta.dirname, 'pass-altitudes.yaml'), 'utf8'),
    );
    for (const [id, altitudeM] of Object.entries(stated)) {
      expect(Math.abs(byId.get(id)!.altitudeM! - altitudeM), id).toBeLessThanOrEqual(60);
    }
    expect(Object.keys(stated).length).toBeGreaterThanOrEqual(8);
  });
});

interface Published {
  from: string;
  to: string;
  via?: string[];
  km: [number, number] | null;
  hours: [number, number] | null;
  by: string;
}
const published: Published[] = parse(readFileSync(join(import.meta.dirname, 'published-distances.yaml'), 'utf8'));

describe('published distances and driving times', () => {
  const router = makeRouter(roads);
  const waypoint = ({ id, name, lon, lat, uncertaintyKm, country }: Place): Waypoint => {
    return { name, position: [lon, lat], place: id, uncertaintyKm, country };
  };
  const drive = ({ from, via = [], to, by }: Published) =>
    followRoads(
      router,
      [from, ...via, to].map((id) => waypoint(byId.get(id)!)),
      vehicles.find(({ id }) => id === by)!,
      null,
    );
  const title = ({ from, via, to }: Published): string => [from, ...(via ?? []), to].join(' - ');

  it('are at least forty', () => {
    expect(published.filter(({ km }) => km !== null).length).toBeGreaterThanOrEqual(40);
    expect(published.filter(({ hours }) => hours !== null).length).toBeGreaterThanOrEqual(30);
  });

  it.each(published.map((pair) => [title(pair), pair] as const))('%s', (_, pair) => {
    const way = drive(pair);
    expect(way).not.toBeNull();
    if (pair.km !== null) {
      expect(way!.line.km.at(-1)).toBeGreaterThanOrEqual(pair.km[0] * 0.93);
      expect(way!.line.km.at(-1)).toBeLessThanOrEqual(pair.km[1] * 1.07);
    }
    if (pair.hours === null) return;
    expect(way!.hours).toBeGreaterThanOrEqual(pair.hours[0] * 0.8);
    expect(way!.hours).toBeLessThanOrEqual(pair.hours[1] * 1.2);
  });
});
