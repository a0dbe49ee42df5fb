import { judgePost } from '../borders/judge-post.ts';
import { findingOnPost, passagesByPost } from '../borders/post-finding.ts';
import type { Rule } from './rule.ts';

export const crossingUnverified: Rule = {
  id: 'TJ432',
  slug: 'crossing-unverified',
  severity: 'warning',
  title: 'Nobody confirms that a border post is open to you',
  what: 'The sources about the post are old, differ, or do not say whether travellers from third countries may cross. The newest of them is named with its date.',
  fix: 'Ask the embassy, or somebody who crossed in the last weeks, before you rely on it; have another way in mind.',
  dependsOnToday: 'Texts about a post grow old: past their review date they no longer confirm that it is open.',
  check: (trip) =>
    passagesByPost(trip.passages).flatMap((passage) => {
      const verdict = judgePost(passage.post, { ...trip, party: trip.itinerary.party });
      if (verdict === 'open' || verdict === 'closed' || verdict === 'refused') return [];
      return [findingOnPost('TJ432', 'warning', passage, trip, { verdict })];
    }),
};
