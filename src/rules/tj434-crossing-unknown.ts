import { resolvePlace } from '../places/gazetteer.ts';
import { findingOn, type Rule } from './rule.ts';

export const crossingUnknown: Rule = {
  id: 'TJ434',
  slug: 'crossing-unknown',
  severity: 'warning',
  title: 'The border is crossed where no post is known',
  what: 'The way goes over the border, or the file says that one enters or leaves over land, and tajcheck knows no border post there. Or the file names a place without saying whether one comes by air, or a flight from an airport abroad. Whether one may cross there was not checked. Where the file says nothing at all of how the country is entered or left, it is a note.',
  fix: 'Name the post with `via:`, `entry:` or `exit:`, or say `by: air`.',
  check: ({ passages, itinerary, knowledge }) =>
    passages.flatMap((passage) => {
      const { kind, subject, by, post, place, neighbour, confidence } = passage;
      if (post !== null || by === 'air') return [];
      const gate = subject === kind ? itinerary[kind] : null;
      const answer = gate?.place ? resolvePlace(gate.place, knowledge) : null;
      // What is not known of a leg is told of the leg, and a place that is not known on its own line.
      if ((by === null && subject.startsWith('leg')) || (answer !== null && answer.kind !== 'found')) return [];
      const args = { key: kind, kind, why: why(), neighbour, place: answer?.place.name ?? null };
      return [findingOn('TJ434', args.why === 'unwritten' ? 'info' : 'warning', passage, { confidence, args })];

      function why(): 'unwritten' | 'abroad' | 'unsaid' | 'unnamed' | 'no-post' {
        if (by !== null) return gate !== null && place === null ? 'unnamed' : 'no-post';
        if (!answer) return 'unwritten';
        return place === null ? 'abroad' : 'unsaid';
      }
    }),
};
