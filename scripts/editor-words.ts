/** The words of the data that editors offer in an itinerary, each with what it means. */
import { countryCodes, otherPassports } from '../src/itinerary/countries.ts';
import type { Word, Words } from '../src/itinerary/words.ts';
import type { Knowledge } from '../src/knowledge/knowledge.ts';
import type { Place } from '../src/knowledge/schema/places.ts';

export function editorWords({ places, permits, visaKinds, mitigations, nationalities }: Knowledge): Words {
  const sorted = [...places].sort((a, b) => (a.name < b.name ? -1 : 1));
  return {
    places: sorted.map((place) => [place.name, tellPlace(place)]),
    nationalities: [...countryCodes, ...otherPassports].map((code) => [code, nationalities[code] ?? code]),
    permits: permits.map(({ id, name, what }) => [id, `${name}. ${what.trim()}`]),
    districts: permits.flatMap(({ name: permit, districts }) =>
      districts.map(
        ({ id, name, aliases }): Word => [
          id,
          `${name}, a district of the ${permit}. Also written ${aliases.join(', ')}.`,
        ],
      ),
    ),
    visaKinds: visaKinds.map(({ id, name, how }) => [id, `${name}. ${how.trim()}`]),
    equipment: permits.flatMap(({ equipment, name, what }): Word[] =>
      equipment === undefined ? [] : [[equipment, `Needs a paper of its own: ${name}. ${what.trim()}`]],
    ),
    mitigations: mitigations.map(({ id, text }) => [id, text.trim()]),
  };
}

const countries = { TJ: 'Tajikistan', AF: 'Afghanistan', KG: 'Kyrgyzstan', UZ: 'Uzbekistan', CN: 'China' };

/** Ids are valid in place of names; as words of their own they would only double every list that an editor shows. */
function tellPlace({ id, kind, country, district, altitudeM }: Place): string {
  const parts = [`${kind.replace('-', ' ')} in ${countries[country]}`];
  if (district !== null) parts.push(`district ${district}`);
  if (altitudeM !== null) parts.push(`${altitudeM} m`);
  return `${parts.join(', ')}; id ${id}`;
}
