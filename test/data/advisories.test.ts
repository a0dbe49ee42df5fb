import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type Advisory, type Authority, advisory, authority, type Source } from '../../src/knowledge/schema/advice.ts';

const fileUrl = (name: string) => new URL(`../../data/${name}.yaml`, import.meta.url);
const read = <T>(name: string): T[] => parse(readFileSync(fileUrl(name), 'utf8'));
const authorities = read<Authority>('authorities');
const advisories = read<Advisory>('advisories');
const sources = new Map(read<Source>('sources').map((each) => [each.id, each]));
const authorityById = new Map(authorities.map((each) => [each.id, each]));
const current = advisories.filter(({ status }) => status === 'current');

/** The zones that advice may name. Their geometry is built from data/zones.yaml. */
const zones = `
  country-tj country-af country-kg country-uz country-cn
  gbao gbao-darvoz gbao-vanj gbao-rushan gbao-shughnan gbao-roshtqala gbao-ishkashim gbao-murghab
  af-border-us af-border-ca af-border-uk af-border-au af-border-de af-border-ie af-border-nz af-border-ch
  kg-border-us kg-border-uk kg-border-au kg-border-nz kg-border-ie kg-border-de kg-border-ch
  lakhsh isfara vorukh uz-border-au uz-border-nz
  mines-af-border mines-uz-border mines-kg-border vakhsh-valley rasht-valley romit tavildara
  kalai-khumb-khorog surobad sarazm kamarob`
  .trim()
  .split(/\s+/);

describe('data/authorities.yaml', () => {
  it('has the eight authorities, each well formed and sourced', () => {
    const ids = ['us-state', 'uk-fcdo', 'ca-gac', 'au-dfat', 'ie-dfa', 'de-aa', 'nz-mfat', 'ch-fdfa'];
    expect(authorities.map(({ id }) => id).sort()).toEqual(ids.sort());
    for (const each of authorities) {
      expect(authority.safeParse(each).error?.issues ?? [], each.id).toEqual([]);
      for (const id of each.sources) expect(sources.has(id), `${each.id}: ${id}`).toBe(true);
    }
  });

  it('can say of each of them that it gives no level', () => {
    for (const { id, scale } of authorities) {
      const canStayWithout = scale.some(({ level }) => level === null);
      const alwaysRates = advisories.every((each) => each.authority !== id || each.level !== null);
      expect(canStayWithout || alwaysRates, id).toBe(true);
    }
  });
});

describe('data/advisories.yaml', () => {
  it.each(advisories.map((each) => [each.id, each] as const))('%s is well formed', (_, each) => {
    expect(advisory.safeParse(each).error?.issues ?? []).toEqual([]);
    expect(authorityById.has(each.authority)).toBe(true);
    expect(each.id.startsWith(`${each.authority}-`)).toBe(true);
    expect(zones).toContain(each.zone);
    expect(each.reasons.length).toBeGreaterThan(0);
    for (const id of each.sources) expect(sources.has(id), id).toBe(true);
  });

  it('names no record twice, and no area of an authority twice among the current ones', () => {
    expect(new Set(advisories.map(({ id }) => id)).size).toBe(advisories.length);
    expect(new Set(current.map((each) => `${each.authority} ${each.zone}`)).size).toBe(current.length);
  });

  it('stays with an authority’s own border strip', () => {
    const ending: Record<string, string> = {
      'us-state': 'us', 'uk-fcdo': 'uk', 'ca-gac': 'ca', 'au-dfat': 'au', 'ie-dfa': 'ie', 'de-aa': 'de', 'nz-mfat': 'nz', 'ch-fdfa': 'ch',
    }; // biome-ignore format: a table reads best in one piece
    for (const { id, authority: by, zone } of advisories) {
      const strip = /^(?:af|kg|uz)-border-(\w+)$/.exec(zone);
      if (strip) expect(strip[1], id).toBe(ending[by]);
    }
  });

  it('finds its zones in data/zones.yaml', () => {
    if (!existsSync(fileUrl('zones'))) return;
    const text = readFileSync(fileUrl('zones'), 'utf8');
    for (const { zone } of advisories)
      expect(text.includes(`id: ${zone}\n`) || text.includes(`id: ${zone},`), zone).toBe(true);
  });

  it('takes its date from its first source, and its first source from its authority', () => {
    for (const { id, authority: by, issued, sources: cited } of advisories) {
      const first = sources.get(cited[0])!;
      expect(cited[0].startsWith(`${by}-`), id).toBe(true);
      expect(first.published, id).toBe(issued);
    }
  });

  it('gives the level that its words have on the authority’s scale', () => {
    for (const { id, authority: by, native, level, levelBasis } of advisories) {
      const steps = authorityById.get(by)!.scale.filter((step) => step.native === native);
      expect(steps.length, id).toBe(1);
      expect(steps[0].level, id).toBe(level);
      expect(levelBasis === 'none', id).toBe(level === null);
    }
  });

  it('marks as mapped every level of the authorities that have no scale of their own', () => {
    for (const { id, authority: by, levelBasis } of advisories) {
      if (['uk-fcdo', 'de-aa', 'ch-fdfa'].includes(by)) expect(levelBasis, id).not.toBe('stated');
    }
  });

  it('says of the whole country what each authority says, once', () => {
    const wholeCountry = current.filter(({ zone }) => zone === 'country-tj');
    expect(Object.fromEntries(wholeCountry.map((each) => [each.authority, each.level]))).toEqual({
      'us-state': 2,
      'ca-gac': 2,
      'au-dfat': 2,
      'ie-dfa': 2,
      'nz-mfat': 2,
      // These three describe dangers of the whole country and give no level for it.
      'uk-fcdo': null,
      'de-aa': null,
      'ch-fdfa': null,
    });
    expect(wholeCountry.length).toBe(8);
  });

  it('keeps what was withdrawn, with the day it was seen to be gone', () => {
    for (const { id, status, issued, ended, sources: cited } of advisories) {
      expect(ended !== null, id).toBe(status === 'withdrawn');
      if (ended === null) continue;
      expect(issued < ended, id).toBe(true);
      expect(
        cited.some((each) => sources.get(each)!.published === ended),
        id,
      ).toBe(true);
    }
  });

  it('never calls anything safe', () => {
    for (const { id, words } of advisories) expect(/\b(is|are) safe\b/i.test(words), id).toBe(false);
  });

  it('keeps its sentences short enough for a phone', () => {
    for (const { id, words } of advisories) expect(words.length, id).toBeLessThanOrEqual(300);
  });
});
