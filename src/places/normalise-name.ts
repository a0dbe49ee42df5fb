/**
 * The form in which place names are compared: `Qal’ai-Khumb`, `QALAI KHUMB` and `Қалъаи Хумб` lose their case,
 * accents, apostrophes and hyphens. Scripts stay apart: `калаи хумб` is not `kalai khumb`; the gazetteer lists both.
 */

/** Tajik letters as Russian keyboards write them; й, ё, ӣ and ӯ lose their marks by decomposition. */
const tajik: Readonly<Record<string, string>> = { ҳ: 'х', қ: 'к', ғ: 'г', ҷ: 'ч' };

const marks = /\p{M}/gu;
/** Apostrophes of every shape, and the hard and soft sign that they stand for. */
const apostrophes = /['’‘`´ʼʻʿʾ"“”ъь]/g;
const notWord = /[^\p{L}\p{N}]+/gu;
/** The Persian link between two words, `Kala-i-Khumb`, belongs to the first: `Kalai Khumb`. */
const link = /(\p{L})[-\s](i|и)[-\s](?=\p{L})/gu;

export function normaliseName(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFD')
    .replace(marks, '')
    .replace(/[ҳқғҷ]/g, (letter) => tajik[letter])
    .replace(apostrophes, '')
    .replace(link, '$1$2 ')
    .replace(notWord, ' ')
    .trim();
}
