import { groupBy } from '../group-by.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { zoneProperties } from '../zones/layer.ts';
import { findingAt, type Rule, surest } from './rule.ts';

export const ownZone: Rule = {
  id: 'TJ305',
  slug: 'own-zone',
  severity: 'warning',
  title: 'The trip enters one of your own zones',
  what: 'A stop or leg lies in a zone of the file given with `--zones`.',
  fix: 'Do as your own rules for that zone say.',
  check: ({ touches, layers, knowledge }) => {
    const own = touches.filter((touch) => !isPackaged(knowledge, touch.zone));
    return [...groupBy(own, (touch) => `${touch.zone} ${touch.subject}`).values()].map((group) => {
      const touch = surest(group);
      return findingAt('TJ305', 'warning', touch, {
        args: { name: zoneProperties(layers, touch.zone).name, insideKm: touch.insideKm },
      });
    });
  },
};

const isPackaged = (knowledge: Knowledge, zone: string): boolean => Object.hasOwn(knowledge.zones, zone);
