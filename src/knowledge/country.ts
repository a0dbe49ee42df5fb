/** Countries are zones: `country-tj`. */
import type { Knowledge } from './knowledge.ts';

export const countryZone = (code: string): string => `country-${code.toLowerCase()}`;

/** Its English name; the code of a country outside the data. */
export const countryName = (code: string, { zones }: Pick<Knowledge, 'zones'>): string =>
  zones[countryZone(code)]?.name ?? code;
