import type { Finding } from '../finding.ts';
import type { PermitJudgement } from '../permits/check-permits.ts';
import { carriedFor, nearMiss } from '../permits/equipment.ts';
import { findingOn, type Rule } from './rule.ts';
import type { Trip } from './trip.ts';

export const equipmentPermit: Rule = {
  id: 'TJ407',
  slug: 'equipment-permit',
  severity: 'error',
  title: 'Something carried needs a permission that the itinerary does not list',
  what: '`equipment:` names a thing that may not be brought without a permission, and `permits:` does not list it. An entry that only looks like such a thing is a warning. Of other things tajcheck knows nothing: that is no sign that they are allowed.',
  fix: 'Get the permission and list it under `permits:`, or leave the thing at home.',
  check: (trip) => [...trip.permits.flatMap(missing), ...misspelt(trip)],
};

function missing({ check, permit, carried, held }: PermitJudgement): Finding[] {
  if (held.length > 0 || check.status === 'not-needed') return [];
  return carried.map(({ id, span }) =>
    findingOn(
      'TJ407',
      check.status === 'missing' ? 'error' : 'warning',
      { subject: 'trip', span },
      {
        args: {
          permit: check.type,
          name: check.name,
          written: id,
          what: permit.what,
          issuer: check.issuer,
          published: permit.leadDays.usual !== null || permit.leadDays.worst !== null,
          known: null,
        },
        sources: check.sources,
      },
    ),
  );
}

function misspelt({ itinerary, knowledge }: Trip): Finding[] {
  const { equipment } = itinerary;
  const understood = new Set(knowledge.permits.flatMap((permit) => carriedFor(permit, equipment)));
  return equipment
    .filter((thing) => !understood.has(thing))
    .flatMap((thing): Finding[] => {
      const meant = nearMiss(thing, knowledge.permits);
      if (meant === null) return [];
      return [
        findingOn(
          'TJ407',
          'warning',
          { subject: 'trip', span: thing.span },
          { args: { written: thing.id, known: meant.equipment ?? meant.id, name: meant.name }, sources: meant.sources },
        ),
      ];
    });
}
