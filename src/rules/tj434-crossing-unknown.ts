import { resolvePlace } from '../places/gazetteer.ts';
import { findingOn, type Rule } from './rule.ts';

export const crossingUnknown: Rule = {
  id: 'TJ434',
  slug: 'crossing-unknown',
  severity: 'warning',
  title: 'The border is crossed where no post is known',
  what: 'The way goes over the border, or the file says that one enters or leaves over land, and tajcheck knows no border post there. Or the file names a place without saying whether one comes by air. Whether one may cross there was not checked.',
  fix: 'Name the post with `via:`, `entry:` or `exit:`, or say `by: air`.',
  check: ({ passages, itinerary, knowledge }) =>
    passages.flatMap((passage) => {
      const { kind, subject, by, post, place, neighbour, confidence } = passage;
      if (post !== null || by === 'air') return [];
      const gate = subject === kind ? itinerary[kind] : null;
      // What the file does not say at all is not found fault with; a place that is not known is told already.
      if (by === null && (gate === null || gate.place === null)) return [];
      if (gate?.place && resolvePlace(gate.place, knowledge).kind !== 'found') return [];
      const why = by === null ? 'unsaid' : gate !== null && place === null ? 'unnamed' : 'no-post';
      const args = { key: kind, kind, why, neighbour, place: gate ? place : null };
      return [findingOn('TJ434', 'warning', passage, { confidence, args })];
    }),
};
