/** What a new file says of itself and of each key, to somebody who has never seen YAML. */

/** The line by which such a file is known again. */
export const isGuided = (text: string): boolean => text.includes(`# ${guided}`);
const guided = 'A trip, written by question and answer.';

/** The beginning of a file; with the path of the schema, by which an editor explains and completes it. */
export function opening(schema: string | null): string {
  const modeline = schema === null ? '' : `# yaml-language-server: $schema=${schema}\n#\n`;
  return `${modeline}# ${guided} Go on with:  tajcheck edit FILE
# It is plain text: change it with any editor. What stands behind a # is read by people alone.
tajcheck: 1
`;
}

export const keyWords: Readonly<Record<string, readonly string[]>> = {
  title: ['What the trip is called.'],
  start: ['The day you arrive at the first stop; all other days are counted from it.'],
  party: ['Who travels: the country of each passport, as a two-letter code.'],
  travel: ['How you travel: 4x4, car, bus, motorbike, bicycle, foot or air.'],
  entry: ['How you come into the country, before the first stop.'],
  stops: [
    'The stops in order. Days follow from the nights; a stop without nights is passed through.',
    '`via` says which road you mean where there are two.',
  ],
  exit: ['How you leave the country, after the last stop.'],
  checkIn: ['When you report home, to whom, and after how many hours of silence they call for help.'],
  permits: ['Permits in hand, with what is printed on them; or `applied:`, the day you ask for one.'],
  visas: ['Visas in hand. `tajcheck visa GB` says what a passport needs.'],
  equipment: ['Things you carry that may need a paper of their own.'],
  mitigations: ['What is in place and vouched for. The briefing ticks these off.'],
};
