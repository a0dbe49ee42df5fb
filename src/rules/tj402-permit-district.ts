import { findingOn, type Rule } from './rule.ts';

export const permitDistrict: Rule = {
  id: 'TJ402',
  slug: 'permit-district',
  severity: 'error',
  title: 'The permit does not list a district that the trip enters',
  what: 'The permit names the districts it is good for. Checkpoints turn back those whose permit does not name theirs. A district that the way only may touch is a warning.',
  fix: 'Have the district added to the permit, or leave it out of the trip.',
  check: ({ permits }) =>
    permits.flatMap(({ check, held, missing, unsaid }) => {
      if (check.status === 'not-needed') return [];
      if (unsaid.length > 0) {
        const [paper] = held;
        const sure = check.districts.length > 0;
        return [
          findingOn(
            'TJ402',
            'warning',
            { subject: paper.id, span: paper.span },
            {
              confidence: sure ? 'certain' : 'possible',
              args: {
                permit: check.type,
                name: check.name,
                district: null,
                districts: sure ? check.districts : unsaid.map(({ name }) => name),
              },
              sources: check.sources,
            },
          ),
        ];
      }
      return missing.map(({ name, confidence, subject, span }) =>
        findingOn(
          'TJ402',
          confidence === 'certain' ? 'error' : 'warning',
          { subject, span },
          {
            confidence,
            args: { permit: check.type, name: check.name, district: name, districts: [] },
            sources: check.sources,
          },
        ),
      );
    }),
};
