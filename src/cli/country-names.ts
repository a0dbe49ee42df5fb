/** Which passport somebody means who writes a country's code or English name. */
import { countryCodes, nationalityOf, otherPassports } from '../itinerary/countries.ts';
import { didYouMean } from '../itinerary/did-you-mean.ts';
import { normaliseName } from '../places/normalise-name.ts';
import { shortName } from '../visas/words.ts';

/** Names that people still write, and the platform's list does not have. */
const alsoKnownAs: Readonly<Record<string, string>> = {
  america: 'US',
  britain: 'GB',
  burma: 'MM',
  'czech republic': 'CZ',
  england: 'GB',
  'great britain': 'GB',
  holland: 'NL',
  'ivory coast': 'CI',
  macedonia: 'MK',
  scotland: 'GB',
  swaziland: 'SZ',
  turkey: 'TR',
  uk: 'GB',
  usa: 'US',
  'united states of america': 'US',
  wales: 'GB',
};

/** Waking the platform's names takes tens of milliseconds: only where somebody asks by name. */
const names = () => new Intl.DisplayNames(['en'], { type: 'region' });

export function nameOf(nationality: string): string {
  return otherPassports.includes(nationality) ? shortName(nationality) : `${names().of(nationality)} (${nationality})`;
}

export function countryNamed(written: string): string | null {
  const known = nationalityOf(written.trim());
  if (known !== null) return known;
  const name = plain(written);
  const also = Object.hasOwn(alsoKnownAs, name) ? alsoKnownAs[name] : null;
  return also ?? otherPassports.find((word) => normaliseName(word) === name) ?? codesByName().get(name) ?? null;
}

/** A code or a name near to what was written, as it would be offered. */
export function countryMeant(written: string): string | null {
  const byName = codesByName();
  const name = didYouMean(plain(written), [...byName.keys(), ...Object.keys(alsoKnownAs), ...otherPassports]);
  if (name === null) return null;
  return otherPassports.includes(name) ? name : nameOf(byName.get(name) ?? alsoKnownAs[name]);
}

function codesByName(): Map<string, string> {
  const display = names();
  return new Map(countryCodes.map((code) => [plain(display.of(code) ?? code), code]));
}

/** `Bosnia & Herzegovina` and `Bosnia and Herzegovina` are one. */
const plain = (name: string): string => normaliseName(name.replaceAll('&', ' and '));
