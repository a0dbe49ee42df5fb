/** The counts of a run: all that is kept from file to file. */
import type { Severity } from '../finding.ts';
import { type CheckedFile, type CheckRun, type CheckSummary, shownFindings } from './checked-file.ts';

export interface Tally {
  readonly add: (checked: CheckedFile) => void;
  readonly summary: () => CheckSummary;
  /** A file could not be read. */
  readonly isIncomplete: () => boolean;
  /** Ids of the sources past their review that the files rest on, whether or not that was silenced. */
  readonly staleSources: ReadonlySet<string>;
}

export function startTally(run: CheckRun): Tally {
  const open: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  const shown: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  const silenced = { comment: 0, baseline: 0, policy: 0 };
  const staleSources = new Set<string>();
  let [files, failing, unread, dependOnToday] = [0, 0, 0, 0];
  return {
    staleSources,
    isIncomplete: () => unread > 0,
    summary: () => ({ files, failing, open, shown, silenced, dependOnToday }),
    add: (checked) => {
      files++;
      if (checked.fails) failing++;
      if (checked.status === 'unreadable') unread++;
      for (const { rule, severity, suppressed, sources, dependsOnToday } of checked.findings) {
        if (rule === 'TJ901') for (const source of sources) staleSources.add(source);
        if (suppressed !== null) silenced[suppressed.by]++;
        else {
          open[severity]++;
          if (dependsOnToday) dependOnToday++;
        }
      }
      for (const { severity, suppressed } of shownFindings(checked, run)) if (suppressed === null) shown[severity]++;
    },
  };
}
