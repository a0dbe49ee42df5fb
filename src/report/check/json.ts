/** Everything that a check found, whatever is shown elsewhere: version 1 of the format, `tajcheck schema check`. */
import type { CheckedFile, CheckReporter, CheckRun, CheckSummary } from '../../check/checked-file.ts';
import type { CheckedFileJson } from '../check-schema.ts';
import { writeJson } from '../escape-json.ts';

export function jsonReporter(): CheckReporter {
  let files = 0;
  return {
    begin: ({ version, dataVersion, asOf, policies }: CheckRun) => {
      const head = writeJson({ schema: 'tajcheck-check-v1', tool: { version, dataVersion }, asOf, policies });
      return `${head.slice(0, -1)},"files":[`;
    },
    // A file is a line: `git diff` and `grep` stay usable.
    file: (checked) => `${files++ === 0 ? '' : ','}\n${writeJson(tellFile(checked))}`,
    end: (summary: CheckSummary) => `\n],"summary":${writeJson(summary)}}\n`,
  };
}

function tellFile({ file, path, kind, status, fails, failOn, trip, findings }: CheckedFile): CheckedFileJson {
  return { file, path, kind, status, fails, failOn, trip: trip && tellTrip(trip), findings: [...findings] };
}

function tellTrip({ itinerary, overall }: NonNullable<CheckedFile['trip']>): CheckedFileJson['trip'] {
  const { title, start, end, days } = itinerary;
  return { title, start, end, days, level: overall.level, byAuthority: overall.byAuthority };
}
