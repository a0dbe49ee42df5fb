/** Places and countries are found by what people type, whatever their keyboard. */
import { describe, expect, it } from 'vitest';
import { countryLabel, searchCountries } from '../../src/dialogue/search/countries.ts';
import { nextPlaces } from '../../src/dialogue/search/next-places.ts';
import { type Near, placeChoice, searchPlaces } from '../../src/dialogue/search/places.ts';
import { readPoint } from '../../src/dialogue/search/point.ts';
import { resolvePlace } from '../../src/places/gazetteer.ts';
import { knowledge } from '../trip.ts';

const labels = (typed: string, near: Near | null = null): string[] =>
  searchPlaces(typed, knowledge(), near).map(({ label }) => label);
const codes = (typed: string): string[] => searchCountries(typed, knowledge()).map(({ code }) => code);

function nearTo(name: string): Near {
  const place = knowledge().places.find((own) => own.name === name)!;
  return { name, position: [place.lon, place.lat] };
}

describe('a place', () => {
  it.each([
    ['khorog', 'Khorog'],
    ['KHOR', 'Khorog'],
    ['хорог', 'Khorog'],
    ['Хоруғ', 'Khorog'],
    ['Мурғоб', 'Murghab'],
    ['мургаб', 'Murghab'],
    ['мурғ', 'Murghab'],
    ["Qal'ai-Khumb", 'Kalai-Khumb'],
    ['Калайхумб', 'Kalai-Khumb'],
    ['ишкошим', 'Ishkashim'],
    ['horugh', 'Khorog'],
    ['dushambe', 'Dushanbe'],
    ['Dushanbee', 'Dushanbe'],
    ['iskandar', 'Iskanderkul'],
  ])('is found as %s', (typed, name) => {
    expect(labels(typed)[0]).toBe(name);
  });

  it('comes first when the name is whole, then when it begins so, then when a word of it does', () => {
    const found = labels('khorog');
    expect(found.indexOf('Khorog')).toBe(0);
    expect(found).toContain('Khorog airport');
    expect(labels('airport').every((label) => /airport/i.test(label))).toBe(true);
    expect(labels('border post').length).toBe(12);
  });

  it('is told from its namesakes by district, height and distance, and written so that one alone is meant', () => {
    const [first, second] = searchPlaces('Лангар', knowledge(), nearTo('Ishkashim'));
    expect([first.label, second.label].sort()).toEqual(['Langar (Vanj)', 'Langar (Wakhan)']);
    expect(first.label).toBe('Langar (Wakhan)');
    expect(first.detail).toMatch(/^village, Ishkashim district, 3,000 m, \d+ km straight from Ishkashim$/);
    expect(second.detail).toContain('Vanj district, altitude not known');
    for (const typed of ['langar', 'rush', 'buston', 'kara', 'ишк', 'dashtak']) {
      for (const { place, id } of searchPlaces(typed, knowledge())) {
        expect(resolvePlace(place, knowledge())).toMatchObject({ kind: 'found', place: { id } });
      }
    }
  });

  it('is described by the country where it is a city or a town, and by the nearest of these where it is a village', () => {
    const [dushanbe] = searchPlaces('dushanbe', knowledge());
    expect(dushanbe.detail).toMatch(/^city, in Tajikistan, \d+ m$/);
    expect(searchPlaces('penjikent', knowledge())[0].detail).toMatch(/^(city|town), in Tajikistan, /);
    const villages = knowledge().places.filter(({ kind, country, district }) => {
      return kind === 'village' && country === 'TJ' && district === null;
    });
    expect(placeChoice(villages[0], knowledge(), null).detail).toMatch(/^village, [\d,.]+ km from \p{L}/u);
  });

  it('with slips in it is offered as a perhaps, and nothing for what is like no name', () => {
    const [murghab] = searchPlaces('murgeb', knowledge());
    expect(murghab).toMatchObject({ label: 'Murghab', isNear: true });
    expect(searchPlaces('murgab', knowledge())[0].isNear).toBe(false);
    for (const typed of [
      '',
      ' ',
      'qqq',
      '!!!',
      'xyzzyx',
      'a'.repeat(5000),
      '\u202e',
      '__proto__',
      'constructor',
      '.*',
      '[',
    ]) {
      expect(labels(typed), typed).toEqual([]);
    }
  });

  it('of the country comes before one beyond the border, and before what one only passes', () => {
    expect(labels('ishkash')[0]).toBe('Ishkashim');
    expect(labels('eshkashem')[0]).toBe('Eshkashem (Afghanistan)');
    expect(searchPlaces('eshkashem', knowledge())[0].detail).toContain('in Afghanistan');
    expect(labels('karakul')[0]).toBe('Karakul');
  });

  it.each([
    ['37.1, 72.5', 37.1, 72.5],
    ['37.1 72.5', 37.1, 72.5],
    ['37,1; 72,5', 37.1, 72.5],
    ['72.5, 37.1', 37.1, 72.5],
    ['37.1°N, 72.5°E', 37.1, 72.5],
    ['-37.1, 72.5', -37.1, 72.5],
    ['37.1S 72.5W', -37.1, -72.5],
  ])('of one’s own is %s', (typed, lat, lon) => {
    expect(readPoint(typed)).toEqual({ lat, lon });
    expect(searchPlaces(typed, knowledge())).toMatchObject([{ at: { lat, lon }, id: null }]);
  });

  it('is no point where there are not two numbers of degrees', () => {
    for (const typed of ['37.1', '37.1,', 'M41', '137.1, 272.5', '37.1, 72.5, 3', '3 July'])
      expect(readPoint(typed)).toBe(null);
  });

  it('of one’s own says what is near', () => {
    expect(searchPlaces('37.04, 72.67', knowledge(), nearTo('Ishkashim'))[0].detail).toMatch(
      /^a place of your own, 1\.\d km from Langar.*, \d+ km straight from Ishkashim$/,
    );
  });
});

describe('the next place', () => {
  const next = (from: string, travel: '4x4' | 'bicycle', been: string[] = []) =>
    nextPlaces(nearTo(from), travel, knowledge(), been);

  it('is within a day, nearest first, and tells the way by road', () => {
    const found = next('Khorog', '4x4');
    const names = found.map(({ label }) => label);
    expect(names).toEqual(expect.arrayContaining(['Rushan', 'Ishkashim', 'Jelondy', 'Murghab', 'Kalai-Khumb']));
    expect(names.indexOf('Rushan')).toBeLessThan(names.indexOf('Murghab'));
    expect(found.find(({ label }) => label === 'Ishkashim')!.detail).toMatch(/, 106 km by road, about 3 h$/);
    expect(names).not.toContain('Dushanbe');
    expect(names).not.toContain('Khorog');
  });

  it('is nearer by bicycle, and none where one has been', () => {
    const names = next('Khorog', 'bicycle').map(({ label }) => label);
    expect(names).toContain('Rushan');
    expect(names).not.toContain('Ishkashim');
    expect(next('Khorog', '4x4', ['Rushan']).map(({ label }) => label)).not.toContain('Rushan');
  });

  it('is a city where there is none to go from', () => {
    const names = nextPlaces(null, '4x4', knowledge()).map(({ label }) => label);
    expect(names).toEqual(expect.arrayContaining(['Dushanbe', 'Khujand', 'Khorog']));
    expect(names).not.toContain('Osh');
  });

  it('is never one beyond a border, and none where no road is', () => {
    const abroad = next('Murghab', '4x4').filter(({ detail }) => detail.includes(' in '));
    expect(abroad).toEqual([]);
    expect(nextPlaces({ name: 'a peak', position: [72.02, 38.94] }, '4x4', knowledge())).toEqual([]);
    expect(nextPlaces({ name: 'a camp', position: [72.66, 37.03] }, null, knowledge()).length).toBeGreaterThan(3);
  });
});

describe('a country', () => {
  it.each([
    ['gb', 'GB'],
    ['uk', 'GB'],
    ['Scotland', 'GB'],
    ['usa', 'US'],
    ['united sta', 'US'],
    ['Holland', 'NL'],
    ['the neth', 'NL'],
    ['czech', 'CZ'],
    ['no', 'NO'],
    ['Norge', 'NO'],
    ['cote d', 'CI'],
    ['turkiye', 'TR'],
    ['Turkey', 'TR'],
    ['germny', 'DE'],
    ['Deutsch', 'DE'],
    ['bosnia & h', 'BA'],
    ['россия', 'RU'],
    ['Германия', 'DE'],
    ['Великобритания', 'GB'],
    ['south oss', 'south-ossetia'],
    ['stateless', 'stateless'],
  ])('is found as %s', (typed, code) => {
    expect(codes(typed)[0]).toBe(code);
  });

  it('is listed from A while nothing is typed, at most twelve, and says by which other name it was found', () => {
    expect(searchCountries('', knowledge())).toHaveLength(12);
    expect(searchCountries('Holland', knowledge())).toEqual([{ code: 'NL', label: 'Netherlands (NL)', by: 'Holland' }]);
    expect(codes('xqzw')).toEqual([]);
    expect(countryLabel('GB', knowledge())).toBe('United Kingdom (GB)');
  });

  it('is found by its own name and by its code, every one', () => {
    for (const code of Object.keys(knowledge().nationalities)) {
      expect(codes(code)[0]).toBe(code);
      expect(codes(countryLabel(code, knowledge()).replace(/ \([A-Z]{2}\)$/, '')), code).toContain(code);
    }
  });
});
