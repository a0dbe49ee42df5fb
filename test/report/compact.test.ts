import { expect, test } from 'vitest';
import { reportCompact } from '../../src/report/compact.ts';
import { faultyTrip, finding } from './fixture.ts';

test('one line for each finding, with its place, severity and rule', () => {
  const lines = reportCompact(faultyTrip).trimEnd().split('\n');
  expect(lines).toHaveLength(faultyTrip.findings.length);
  expect(lines[0]).toBe('trips/pamir.yaml:5:14: error TJ201: No place is called “Iskandarkull”');
  expect(lines.at(-1)).toMatch(/^trips\/pamir\.yaml: warning TJ203: /);
});

test('a silenced finding is left out, an escape is shown and not sent', () => {
  const told = { rule: 'TJ201', severity: 'error', line: 1, column: 1, subject: 'stop-1' } as const;
  const silenced = { by: 'comment' as const, reason: 'a detour', until: '2027-01-01' };
  const findings = [
    finding({ ...told, message: 'a\u001b[2J\nb' }),
    finding({ ...told, message: 'c', suppressed: silenced }),
  ];
  expect(reportCompact({ ...faultyTrip, findings })).toBe('trips/pamir.yaml:1:1: error TJ201: a␛[2J␊b\n');
});
