/** Which passport somebody means who writes a country's code or English name. */
import { countryCodes, nationalityOf, otherPassports } from '../itinerary/countries.ts';
import { didYouMean } from '../itinerary/did-you-mean.ts';
import { otherNames } from '../itinerary/other-country-names.ts';
import { normaliseName } from '../places/normalise-name.ts';
import { shortName } from '../visas/words.ts';

/** Waking the platform's names takes tens of milliseconds: only where somebody asks by name. */
const names = () => new Intl.DisplayNames(['en'], { type: 'region' });

export function nameOf(nationality: string): string {
  return otherPassports.includes(nationality) ? shortName(nationality) : `${names().of(nationality)} (${nationality})`;
}

export function countryNamed(written: string): string | null {
  const known = nationalityOf(written.trim());
  if (known !== null) return known;
  const name = plain(written);
  return otherPassports.find((word) => normaliseName(word) === name) ?? codesByName().get(name) ?? null;
}

/** A code or a name near to what was written, as it would be offered. */
export function countryMeant(written: string): string | null {
  const byName = codesByName();
  const name = didYouMean(plain(written), [...byName.keys(), ...otherPassports]);
  if (name === null) return null;
  return otherPassports.includes(name) ? name : nameOf(byName.get(name)!);
}

function codesByName(): Map<string, string> {
  const display = names();
  const others = Object.entries(otherNames).flatMap(([code, own]) => own.map((name) => [plain(name), code] as const));
  return new Map([...others, ...countryCodes.map((code) => [plain(display.of(code) ?? code), code] as const)]);
}

/** `Bosnia & Herzegovina` and `Bosnia and Herzegovina` are one. */
const plain = (name: string): string => normaliseName(name.replaceAll('&', ' and '));
