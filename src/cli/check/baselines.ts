/** The baselines that hold for the files of a run: read once, asked for each file, and written at the end. */
import { applyBaseline, isExcusable, type Stale, staleOfGone } from '../../baseline/baseline.ts';
import { checkedBaseline } from '../../baseline/checked-baseline.ts';
import { type BaselineWriter, pruneBaseline, startBaseline } from '../../baseline/write-baseline.ts';
import { type CheckedFile, fails } from '../../check/checked-file.ts';
import { UsageError } from '../../errors.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { reaches, type Threshold } from '../../policy/policy.ts';
import type { FileSettings } from '../settings.ts';
import {
  findBaseline,
  isStillThere,
  type OpenBaseline,
  pathBelow,
  pathInBaseline,
  readBaseline,
  readBaselineToWrite,
  writeBaseline,
} from './baseline-file.ts';
import { requireWritable } from './outputs.ts';

export interface BaselineUse {
  /** `--baseline FILE`, or false for `--no-baseline`. */
  readonly named: string | boolean | undefined;
  readonly mode: 'read' | 'write' | 'prune';
  readonly asOf: string;
  readonly knowledge: Knowledge;
}

export interface Baselines {
  /**
   * Reads the baseline of a file, before anything is checked, and says where it is or would be; null: none is wanted.
   * Throws `UsageError` for a damaged one.
   */
  readonly open: (settings: FileSettings) => string | null;
  /** The file at a location with what is known in it marked so. */
  readonly apply: (location: string, settings: FileSettings, checked: CheckedFile) => CheckedFile;
  /** Writes what is to be written, with a sentence on each, and gives the baselines that are stale. */
  readonly finish: (say: (sentence: string) => void) => CheckedFile[];
}

/** A baseline and what the run has seen of it. */
interface InUse {
  readonly opened: OpenBaseline;
  /** Of the first file that it speaks of. */
  readonly failOn: Threshold;
  readonly root: string;
  readonly checked: Set<string>;
  readonly stale: Stale[];
  readonly writer: BaselineWriter;
}

export function useBaselines({ named, mode, asOf, knowledge }: BaselineUse): Baselines {
  const used = new Map<string, InUse>();

  const find = (settings: FileSettings): InUse | null => {
    const place = findBaseline(named, settings);
    if (place === null) return null;
    const before = used.get(place.location);
    if (before) return before;
    const opened = mode === 'write' ? readBaselineToWrite(place) : readBaseline(place);
    if (mode !== 'read') requireWritable(place.location);
    const { failOn, root } = settings;
    const begun = { checked: new Set<string>(), stale: [], writer: startBaseline(opened.baseline, asOf) };
    const one: InUse = { opened, failOn, root, ...begun };
    used.set(place.location, one);
    return one;
  };

  const finish = ({ opened, failOn, root, checked, stale, writer }: InUse, say: (sentence: string) => void) => {
    const { file, source, baseline, location } = opened;
    const isThere = (path: string): boolean => isStillThere(opened, path);
    if (mode === 'write') {
      const { text, ...counts } = writer.finish(isThere);
      // Where nothing fails none is needed.
      if (counts.findings > 0 || source !== '') writeBaseline(opened, text);
      say(sayWritten(file, counts));
      return null;
    }
    const all = [...stale, ...staleOfGone(baseline, checked, isThere)];
    if (mode === 'prune') {
      if (all.length > 0) writeBaseline(opened, pruneBaseline(baseline, all));
      say(sayPruned(file, all.length));
      return null;
    }
    const path = pathBelow(root, location) ?? file;
    return checkedBaseline(all, { file, path, source, knowledge, failOn });
  };

  return {
    open: (settings) => find(settings)?.opened.location ?? null,
    apply: (location, settings, checked) => {
      const one = find(settings);
      const path = one && pathInBaseline(one.opened, location);
      // What lies outside the folder of the baseline has no entry in it.
      if (!one || path === null) return checked;
      one.checked.add(path);
      const applied = applyBaseline(one.opened.baseline, path, checked);
      one.stale.push(...applied.stale);
      const marked = { ...checked, findings: applied.findings };
      if (mode === 'write') one.writer.add(path, checked);
      const findings = mode === 'write' ? takeForKnown(marked, asOf) : marked.findings;
      return { ...checked, findings, fails: checked.status === 'unreadable' || fails(findings, checked.failOn) };
    },
    finish: (say) => [...used.values()].flatMap((one) => finish(one, say) ?? []),
  };
}

/** What fails and may be excused counts as known from this run on. */
function takeForKnown({ status, findings, failOn }: CheckedFile, asOf: string): CheckedFile['findings'] {
  if (status !== 'assessed') return findings;
  const suppressed = { by: 'baseline', reason: `known since ${asOf}`, until: null } as const;
  return findings.map((finding) =>
    finding.suppressed === null && reaches(finding.severity, failOn) && isExcusable(finding)
      ? { ...finding, suppressed }
      : finding,
  );
}

function sayWritten(file: string, { findings, files, refused }: { findings: number; files: number; refused: number }) {
  const [them, its] = refused === 1 ? ['it', 'its file'] : ['them', 'their files'];
  const others =
    refused === 0
      ? ''
      : ` ${count(refused, 'other')} cannot be excused: mend ${them}, or leave ${its} out by \`ignore:\` in the policy.`;
  if (findings === 0) return `Nothing is taken for known in ${file}.${others}`;
  return `${file} takes ${count(findings, 'finding')} in ${count(files, 'file')} for known.${others}`;
}

const sayPruned = (file: string, stale: number): string =>
  stale === 0 ? `Nothing in ${file} is stale.` : `${file}: ${count(stale, 'stale entry', 'stale entries')} pruned.`;

const count = (amount: number, thing: string, things = `${thing}s`): string =>
  `${amount} ${amount === 1 ? thing : things}`;

/** `--no-baseline` with either is refused, and so are both at once. */
export function baselineMode(write: boolean, prune: boolean, named: string | boolean | undefined): BaselineUse['mode'] {
  if (write && prune) throw new UsageError('--write-baseline and --prune-baseline do not go together.');
  if ((write || prune) && named === false) {
    throw new UsageError(`--no-baseline does not go with --${write ? 'write' : 'prune'}-baseline.`);
  }
  return write ? 'write' : prune ? 'prune' : 'read';
}
