import { findingOn, type Rule } from './rule.ts';

export const permitDistrict: Rule = {
  id: 'TJ402',
  slug: 'permit-district',
  severity: 'error',
  title: 'The permit does not list a district that the trip enters',
  what: 'The permit names the districts it is good for. Checkpoints turn back those whose permit does not name theirs.',
  fix: 'Have the district added to the permit, or leave it out of the trip.',
  check: ({ permits }) =>
    permits.flatMap(({ check, held, missing, districtsUnsaid }) => {
      if (check.status === 'not-needed') return [];
      if (districtsUnsaid) {
        const [paper] = held;
        return [
          findingOn(
            'TJ402',
            'warning',
            { subject: paper.id, span: paper.span },
            {
              args: { permit: check.type, name: check.name, district: null, districts: check.districts },
              sources: check.sources,
            },
          ),
        ];
      }
      return missing.map((district) =>
        findingOn('TJ402', district.confidence === 'certain' ? 'error' : 'warning', district, {
          confidence: district.confidence,
          args: { permit: check.type, name: check.name, district: district.name, districts: [] },
          sources: check.sources,
        }),
      );
    }),
};
