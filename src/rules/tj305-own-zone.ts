import { ownZone, zoneProperties } from '../zones/layer.ts';
import { holdsOn, saySeason } from '../zones/own-season.ts';
import { findingAt, type Rule } from './rule.ts';

export const ownZoneEntered: Rule = {
  id: 'TJ305',
  slug: 'own-zone',
  severity: 'warning',
  title: 'The trip enters one of your own zones',
  what: 'A stop or leg lies in a zone of a GeoJSON file of your own, named by the policy under `ownZones:` or with `--zones`. Your file says how grave that is: an error where the zone is prohibited or asks for an authorisation, a warning where it asks for caution, else a note. What the zone requires must stand under `mitigations:`; once all of it does, only a note is left.',
  fix: 'Do as your own rules for that zone say.',
  check: ({ touches, layers, itinerary }) => {
    const vouched = new Set(itinerary.mitigations.map(({ id }) => id));
    return touches.flatMap((touch) => {
      const own = ownZone(layers, touch.zone);
      if (own === null) return [];
      const holds = holdsOn(own, touch.from, touch.to);
      if (holds === 'no') return [];
      const missing = own.require.filter((id) => !vouched.has(id));
      const isSettled = own.require.length > 0 && missing.length === 0;
      return findingAt('TJ305', isSettled ? 'info' : own.severity, touch, {
        args: {
          name: zoneProperties(layers, touch.zone).name,
          file: own.file,
          // Also tells it apart from the same zone under a milder rule.
          value: own.restriction,
          words: own.words,
          missing,
          vouched: isSettled ? own.require : [],
          season: holds === 'unknown' ? saySeason(own) : null,
          insideKm: touch.insideKm,
        },
      });
    });
  },
};
