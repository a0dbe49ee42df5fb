import { expect, test } from 'vitest';
import { normaliseName } from '../../src/places/normalise-name.ts';

test.each([
  ['Kalai-Khumb', 'kalai khumb'],
  ['Kala-i-Khumb', 'kalai khumb'],
  ['Kala i Khumb', 'kalai khumb'],
  ['Qal‘ai  Khumb', 'qalai khumb'],
  ['Қалъаи-Хумб', 'калаи хумб'],
  ['Кала-и-Хумб', 'калаи хумб'],
  ['Ғарм Ӯзбек Ҳисор Ҷиргатол тоҷикӣ Ёвон', 'гарм узбек хисор чиргатол точики евон'],
  ['Eshkāshem', 'eshkashem'],
  ['İstanbul', 'istanbul'],
  ['Garm (Rasht)', 'garm rasht'],
  ['M41, km 12', 'm41 km 12'],
  ['杜尚别', '杜尚别'],
  ['دوشنبه', 'دوشنبه'],
  [' -- ', ''],
])('%j compares as %j', (name, key) => {
  expect(normaliseName(name)).toBe(key);
  expect(normaliseName(key)).toBe(key);
});
