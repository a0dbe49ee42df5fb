/** Reads a page of docs/rules: what it says of its rule, and its examples as itineraries that can be run. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../../docs/rules');

export interface Example {
  /** Line of the page on which the itinerary begins. */
  readonly line: number;
  readonly text: string;
  /** The first line may be a comment, `# as of 2027-06-20`. */
  readonly asOf: string;
  /** Lines of the itinerary marked `# <- TJ###`, by rule. */
  readonly marks: ReadonlyMap<string, readonly number[]>;
  /** Tracks, zones, a policy and a baseline that stand before it on the page, by name; the last of a name holds. */
  readonly files: ReadonlyMap<string, string>;
}

interface RulePage {
  readonly id: string;
  /** The first line. */
  readonly heading: string;
  /** What stands before the examples, on one line. */
  readonly intro: string;
  /** Headings of the second order, in order. */
  readonly sections: readonly string[];
  readonly fires: readonly Example[];
  readonly silent: readonly Example[];
  /** The list of its sources. */
  readonly sources: readonly string[];
  /** What cannot be read of the page itself. */
  readonly faults: readonly string[];
}

export const readIndex = (): string => readFileSync(join(folder, 'README.md'), 'utf8');

export function readRulePages(): RulePage[] {
  const names = readdirSync(folder).filter((name) => name !== 'README.md');
  return names.sort().map((name) => readRulePage(name.replace(/\.md$/, '')));
}

export function readRulePage(id: string): RulePage {
  const lines = readFileSync(join(folder, `${id}.md`), 'utf8').split('\n');
  const files = new Map<string, string>();
  const examples: Record<string, Example[]> = { Fires: [], 'Does not fire': [] };
  const sections: string[] = [];
  const intro: string[] = [];
  const sources: string[] = [];
  const faults: string[] = [];
  for (let at = 1; at < lines.length; at++) {
    const [, section] = /^## (.+)$/.exec(lines[at]) ?? [];
    if (section) sections.push(section);
    else if (sections.length === 0) intro.push(lines[at]);
    else if (sections.at(-1) === 'Sources' && lines[at].startsWith('- ')) sources.push(lines[at].slice(2));
    const [, language, name] = /^```(\w+)(?: +(\S+))?$/.exec(lines[at]) ?? [];
    if (!language) continue;
    const end = lines.indexOf('```', at);
    if (end === -1) {
      faults.push(`the fence of line ${at + 1} has no end`);
      break;
    }
    const body = `${lines.slice(at + 1, end).join('\n')}\n`;
    const own = examples[sections.at(-1) ?? ''];
    if (name) files.set(name, body);
    else if (language === 'yaml' && own) own.push(readExample(at + 2, body, new Map(files), faults));
    else faults.push(`the block of line ${at + 1} is neither an example nor a named file`);
    at = end;
  }
  const fold = intro.join(' ').replace(/\s+/g, ' ').trim();
  const { Fires: fires, 'Does not fire': silent } = examples;
  return { id, heading: lines[0], intro: fold, sections, fires, silent, sources, faults };
}

function readExample(line: number, text: string, files: Example['files'], faults: string[]): Example {
  const marks = new Map<string, number[]>();
  text.split('\n').forEach((own, at) => {
    if (!own.includes('<-')) return;
    const [, ids] = /# <- (TJ\d{3}(?: TJ\d{3})*)$/.exec(own) ?? [];
    if (!ids) faults.push(`a mark that cannot be read on line ${line + at}`);
    for (const id of ids?.split(' ') ?? []) marks.set(id, [...(marks.get(id) ?? []), at + 1]);
  });
  return { line, text, files, marks, asOf: /^# as of (\d{4}-\d\d-\d\d)\n/.exec(text)?.[1] ?? '2026-11-22' };
}
