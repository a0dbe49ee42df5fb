import { groupBy } from '../group-by.ts';
import { zoneProperties } from '../zones/layer.ts';
import { findingAt, type Rule, surest } from './rule.ts';

export const hazard: Rule = {
  id: 'TJ303',
  slug: 'hazard',
  severity: 'warning',
  title: 'The trip passes an area with a known hazard',
  what: 'Mines, leftover munitions or another danger are reported for an area of the trip. Such areas are drawn generously from what sources name: being outside is no promise of safety.',
  fix: 'Follow the checklist for the hazard; stay on the road where mines are reported.',
  check: ({ touches, layers }) => {
    const hazards = touches.filter((touch) => zoneProperties(layers, touch.zone).kind === 'hazard');
    return [...groupBy(hazards, (touch) => touch.zone).values()].map((group) => {
      const zone = zoneProperties(layers, group[0].zone);
      return findingAt('TJ303', 'warning', surest(group), {
        args: {
          name: zone.name,
          reasons: zone.reasons,
          basis: zone.basis,
          where: [...new Set(group.map((touch) => touch.subject))],
        },
        sources: zone.sources,
      });
    });
  },
};
