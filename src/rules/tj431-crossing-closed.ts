import { judgePost } from '../borders/judge-post.ts';
import { findingOnPost, passagesByPost } from '../borders/post-finding.ts';
import type { Rule } from './rule.ts';

export const crossingClosed: Rule = {
  id: 'TJ431',
  slug: 'crossing-closed',
  severity: 'error',
  title: 'A border post on the way is closed',
  what: 'A source says that the post is closed, or closed to travellers who are citizens of neither country. Where the way is only a guess it is a warning.',
  fix: 'Cross by another post, or fly.',
  dependsOnToday:
    'A text that shuts out travellers from other countries no longer decides once it is past its review date: then TJ432 speaks.',
  check: (trip) =>
    passagesByPost(trip.passages).flatMap((passage) => {
      const verdict = judgePost(passage.post, { ...trip, party: trip.itinerary.party });
      if (verdict !== 'closed' && verdict !== 'refused') return [];
      const severity = passage.confidence === 'possible' ? 'warning' : 'error';
      return [findingOnPost('TJ431', severity, passage, trip, { verdict })];
    }),
};
