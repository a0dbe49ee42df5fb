/** The itinerary that `init` writes where there is none: a short one, with nothing to find as long as it has no date. */
export const exampleTripPath = 'example.trip.yaml';

export function exampleTrip(hasPackage: boolean): string {
  const schema = hasPackage ? './node_modules/tajcheck/data/schema/itinerary.schema.json' : './itinerary.schema.json';
  const how = hasPackage ? '' : '# For completion in your editor: tajcheck schema itinerary > itinerary.schema.json\n';
  return `# yaml-language-server: $schema=${schema}
${how}# An example: change it, or copy it and take it away. Files called *.trip.yaml are checked by themselves.
tajcheck: 1
title: A weekend at Iskanderkul
# The day of arrival at the first stop. With it, everything that has a date is checked.
#start: 2027-07-09
party: [{ nationality: FR, age: 38 }]
travel: car
entry: { place: Dushanbe airport, by: air, from: Istanbul }
stops:
  - { place: Dushanbe, nights: 1 }
  - { place: Iskanderkul, nights: 2 }
  - { place: Dushanbe, nights: 1 }
exit: { place: Dushanbe airport, by: air }
`;
}
