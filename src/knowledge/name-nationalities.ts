/** English names of all nationalities, as they stand after “of”; made once, for waking the platform's names takes long. */
import { countryCodes, otherPassports } from '../itinerary/countries.ts';
import { shortName } from '../visas/words.ts';

/** Names that bear an article. */
const withArticle =
  /^(?!South Georgia|Heard)(?:United |Netherlands|Philippines|Bahamas|Gambia|Maldives|Comoros|Seychelles|Isle of|(Dominican|Central African) Republic$|Caribbean|U\.S\.)|^(?!South Georgia|Heard).*(Islands|Territory|Territories)$/;

/** `the United Kingdom` by `GB`, `South Ossetia` by `south-ossetia`. */
export function nameNationalities(): Record<string, string> {
  const names = new Intl.DisplayNames(['en'], { type: 'region' });
  return Object.fromEntries([
    ...countryCodes.map((code) => [code, addArticle(names.of(code) ?? code)]),
    ...otherPassports.map((word) => [word, shortName(word)]),
  ]);
}

const addArticle = (name: string): string => `${withArticle.test(name) ? 'the ' : ''}${name.replace(' & ', ' and ')}`;
