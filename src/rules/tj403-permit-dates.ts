import { findingOn, type Rule } from './rule.ts';

export const permitDates: Rule = {
  id: 'TJ403',
  slug: 'permit-dates',
  severity: 'error',
  title: 'The permit does not cover all days in its area',
  what: "The trip is in the permit's area before `from`, after `to`, or the itinerary does not say from when to when the permit is good.",
  fix: 'Change the dates of the trip or of the permit.',
  check: ({ permits }) =>
    permits
      .filter(({ check }) => check.status === 'outside-validity')
      .map(({ check, held }) => {
        const [paper] = held;
        const late = paper.to !== null && check.to !== null && paper.to < check.to;
        const span = (late ? paper.spans.to : paper.spans.from) ?? paper.span;
        return findingOn(
          'TJ403',
          'error',
          { subject: paper.id, span },
          {
            args: {
              permit: check.type,
              name: check.name,
              from: check.from,
              to: check.to,
              heldFrom: paper.from,
              heldTo: paper.to,
            },
            sources: check.sources,
          },
        );
      }),
};
