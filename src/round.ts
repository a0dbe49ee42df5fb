/** Numbers as reports write them. */

export const round = (value: number, digits: number): number => Number(value.toFixed(digits));

/** Kilometres to the metre. */
export const km = (value: number): number => round(value, 3);

/** `[lon, lat]` to a tenth of a metre. */
export const degrees = ([lon, lat]: readonly number[]): [number, number] => [round(lon, 6), round(lat, 6)];
