/** The gazetteer as data: every line valid, sourced, in the region, and the names people write find their place. */
import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { source } from '../../src/knowledge/schema/advice.ts';
import { place } from '../../src/knowledge/schema/places.ts';

const read = (name: string) => parse(readFileSync(new URL(`../../data/${name}`, import.meta.url), 'utf8'));
const places = z.array(place).parse(read('places.yaml'));

/** Spelling without case, accents, spaces and marks, so that a test name need not match to the hyphen. */
const fold = (text: string) =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

const bearers = new Map<string, string[]>();
for (const { id, name, names } of places)
  for (const key of new Set([name, ...names].map(fold))) bearers.set(key, [...(bearers.get(key) ?? []), id]);

/** Kilometres, good to a few metres over the distances asked for here. */
const distanceKm = (a: { lon: number; lat: number }, b: { lon: number; lat: number }) => {
  const radians = Math.PI / 180;
  const east = (b.lon - a.lon) * radians * Math.cos(((a.lat + b.lat) / 2) * radians);
  return 6371 * Math.hypot(east, (b.lat - a.lat) * radians);
};

const repeated = (values: readonly string[]) => values.filter((value, index) => values.indexOf(value) !== index);

describe('places.yaml', () => {
  it('holds the country and its surroundings', () => {
    expect(places.length).toBeGreaterThanOrEqual(330);
    for (const country of ['TJ', 'AF', 'KG', 'UZ', 'CN'] as const)
      expect(places.filter((entry) => entry.country === country).length, country).toBeGreaterThanOrEqual(5);
  });

  it('gives each place an id and a name of its own', () => {
    expect(repeated(places.map(({ id }) => id))).toEqual([]);
    expect(repeated(places.map(({ name }) => fold(name)))).toEqual([]);
  });

  it('lets no spelling of one place hide the name of another', () => {
    const hidden = places.filter(({ name }) => bearers.get(fold(name))?.length !== 1);
    expect(hidden.map(({ name }) => name)).toEqual([]);
  });

  it('has no empty spelling and none twice', () => {
    for (const { id, name, names } of places) {
      expect(
        names.filter((text) => fold(text) === ''),
        id,
      ).toEqual([]);
      expect(repeated([name, ...names]), id).toEqual([]);
    }
  });

  it('is sorted by country, then id', () => {
    const keys = places.map(({ country, id }) => `${country} ${id}`);
    expect(keys).toEqual(keys.toSorted());
  });

  it('stays inside the region', () => {
    const outside = places.filter(({ lon, lat }) => lon < 66 || lon > 76.6 || lat < 35.6 || lat > 42.1);
    expect(outside.map(({ id }) => id)).toEqual([]);
  });

  it('names the basis of every height', () => {
    for (const { id, altitudeM, altitudeBasis } of places) expect(altitudeBasis === null, id).toBe(altitudeM === null);
  });

  it('says how rough its own estimates are', () => {
    const guessed = places.filter(({ sources }) => sources[0] === 'tajcheck-estimate');
    expect(guessed.filter(({ uncertaintyKm }) => uncertaintyKm < 2).map(({ id }) => id)).toEqual([]);
  });

  it('labels districts only inside Tajikistan', () => {
    const districts = new Set(places.map(({ district }) => district).filter((district) => district !== null));
    expect([...districts].toSorted()).toEqual(
      ['darvoz', 'ishkashim', 'murghab', 'roshtqala', 'rushan', 'shughnan', 'vanj'].toSorted(),
    );
    expect(places.filter(({ country, district }) => country !== 'TJ' && district !== null)).toEqual([]);
  });

  it('cites sources that exist', () => {
    const known = new Set(
      z
        .array(source)
        .parse(read('sources.yaml'))
        .map(({ id }) => id),
    );
    const missing = new Set(places.flatMap(({ sources }) => sources).filter((id) => !known.has(id)));
    expect([...missing]).toEqual([]);
  });

  it('has no place twice', () => {
    const twins = places.flatMap((a, index) =>
      places
        .slice(index + 1)
        .filter((b) => a.kind === b.kind && distanceKm(a, b) < 0.2)
        .map((b) => `${a.id} ${b.id}`),
    );
    expect(twins).toEqual([]);
  });
});

/** What travellers write, in the scripts they write it in, and the id that it must lead to. */
const spellings: Record<string, string> = {
  Dushanbe: 'dushanbe',
  Душанбе: 'dushanbe',
  Stalinabad: 'dushanbe',
  Khorog: 'khorog',
  Khorugh: 'khorog',
  Хорог: 'khorog',
  Хоруғ: 'khorog',
  Murghab: 'murghab',
  Мургаб: 'murghab',
  Мурғоб: 'murghab',
  'Kalai-Khumb': 'kalai-khumb',
  'Kala-i-Khum': 'kalai-khumb',
  'Qalai Khumb': 'kalai-khumb',
  "Qal'ai Khumb": 'kalai-khumb',
  'Калаи-Хумб': 'kalai-khumb',
  Ishkashim: 'ishkashim',
  Ишкашим: 'ishkashim',
  Ishkoshim: 'ishkashim',
  Rushan: 'rushan',
  Рушан: 'rushan',
  Vanj: 'vanj',
  Roshtqala: 'roshtqala',
  Alichur: 'alichur',
  Аличур: 'alichur',
  Karakul: 'karakul',
  Каракуль: 'karakul',
  'Lake Karakul': 'karakul-lake',
  Bulunkul: 'bulunkul',
  Yashilkul: 'yashilkul',
  Jelondy: 'jelondy',
  Джелонды: 'jelondy',
  'Ak-Baital': 'ak-baital-pass',
  'Ак-Байтал': 'ak-baital-pass',
  Kyzylart: 'kyzyl-art',
  'Кызыл-Арт': 'kyzyl-art',
  'Bor-Dobo': 'kyzyl-art',
  Kulma: 'kulma',
  Khargush: 'khargush',
  Zorkul: 'zorkul',
  Зоркуль: 'zorkul',
  Rangkul: 'rangkul',
  Shaymak: 'shaymak',
  'Jarty-Gumbez': 'jarty-gumbez',
  Vrang: 'vrang',
  Yamg: 'yamg',
  Yamchun: 'yamchin',
  'Yamchun Fortress': 'yamchun-fortress',
  'Bibi Fatima': 'bibi-fatima',
  'Garm Chashma': 'garm-chashma',
  'Гарм-Чашма': 'garm-chashma',
  Wakhan: 'wakhan-valley',
  Sarez: 'lake-sarez',
  Сарез: 'lake-sarez',
  Basid: 'basid',
  Savnob: 'savnob',
  Ghudara: 'ghudara',
  Khaburabot: 'khaburabot-pass',
  Tavildara: 'tavildara',
  Garm: 'garm',
  Rasht: 'garm',
  Jirgatal: 'jirgatol',
  Lakhsh: 'jirgatol',
  Penjikent: 'panjakent',
  Panjakent: 'panjakent',
  Пенджикент: 'panjakent',
  Iskanderkul: 'iskanderkul',
  Искандеркуль: 'iskanderkul',
  Sarvoda: 'sarvoda',
  Saritag: 'saritag',
  Margib: 'margib',
  Artuch: 'artuch',
  Alaudin: 'alaudin-lakes',
  'Seven Lakes': 'haft-kul',
  Marguzor: 'marguzor',
  Yagnob: 'yagnob-valley',
  'Anzob tunnel': 'anzob-tunnel',
  Khujand: 'khujand',
  Leninabad: 'khujand',
  Хуҷанд: 'khujand',
  'Ura-Tyube': 'istaravshan',
  Isfara: 'isfara',
  Vorukh: 'vorukh',
  Ворух: 'vorukh',
  Bokhtar: 'bokhtar',
  'Kurgan-Tyube': 'bokhtar',
  Qurghonteppa: 'bokhtar',
  'Курган-Тюбе': 'bokhtar',
  Kulob: 'kulob',
  Куляб: 'kulob',
  Shahrituz: 'shahrituz',
  'Takht-i Sangin': 'takht-i-sangin',
  'Chiluchor Chashma': 'chiluchor-chashma',
  'Tigrovaya Balka': 'tigrovaya-balka',
  'Тигровая балка': 'tigrovaya-balka',
  Hulbuk: 'vose',
  Nurek: 'norak',
  Kofarnihon: 'vahdat',
  Vahdat: 'vahdat',
  Dusti: 'dusti',
  Kumsangir: 'dusti',
  'Panji Poyon': 'panji-poyon',
  'Nizhniy Panj': 'panji-poyon-border-post',
  'Sher Khan Bandar': 'sher-khan-bandar',
  Pyanj: 'panj',
  Surobad: 'shuroobod',
  'Shamsiddin Shohin': 'shuroobod',
  Kolkhozobod: 'balkh',
  'Sary-Tash': 'sary-tash',
  Osh: 'osh',
  Ош: 'osh',
  Samarkand: 'samarkand',
  Самарқанд: 'samarkand',
  Jartepa: 'sarazm-jartepa',
  Termez: 'termez',
  Tashkurgan: 'tashkurgan',
};

test.each(Object.entries(spellings))('%s is %s', (name, id) => {
  expect(bearers.get(fold(name))).toEqual([id]);
});

/** Names that several places bear in earnest: the traveller must say which. */
const ambiguous: Record<string, readonly string[]> = {
  Langar: ['langar-vanj', 'langar-wakhan'],
  Лангар: ['langar-vanj', 'langar-wakhan'],
  Lyangar: ['langar-wakhan', 'lyangar-shughnan', 'lyangar-vanj'],
  Roghun: ['roghun-north-east', 'roghun-town'],
  Buston: ['buston-khujand', 'buston-mastchoh'],
  Guliston: ['guliston-kyzyl-bel', 'guliston-uzbekistan', 'qayroqqum'],
  Faizabad: ['fayzabad-afghanistan', 'fayzobod'],
  Dashtak: ['dashtak-darvoz', 'dashtak-roshtqala', 'dashtak-vanj'],
  Padrud: ['padrud-bartang', 'padrud-seven-lakes'],
};

test.each(Object.entries(ambiguous))('%s is ambiguous', (name, ids) => {
  expect(bearers.get(fold(name))?.toSorted()).toEqual(ids);
});
