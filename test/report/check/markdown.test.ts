import fc from 'fast-check';
import { marked } from 'marked';
import { describe, expect, test } from 'vitest';
import type { CheckedFile } from '../../../src/check/checked-file.ts';
import { markdownReporter } from '../../../src/report/check/markdown.ts';
import {
  anyText,
  broken,
  checked,
  clean,
  defaults,
  finding,
  look,
  openly,
  pamir,
  titled,
  unprintable,
  write,
} from './checked.ts';

/** As a host shows it. */
const render = (text: string): string => marked.parse(text, { gfm: true, async: false });
const cellsOf = (text: string): string[][] =>
  text
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| File'))
    .map((line) => line.split(' | ').map((cell) => cell.replace(/^\| | \|$/g, '')));

describe('real files', async () => {
  const files = [await look('clean.trip.yaml', clean), await look('tours/pamir.trip.yaml', pamir)];
  files.push(await look('broken.trip.yaml', broken));
  const text = write(markdownReporter(), files);

  test('begin with the line by which a bot finds its comment, and the verdict', () => {
    expect(text).toMatch(/^<!-- tajcheck -->\n## tajcheck: the check fails\n\n2 of 3 files fail: /);
    expect(write(markdownReporter(), [files[0]])).toContain('## tajcheck: the check passes\n');
  });

  test('have a row each, what fails first', () => {
    const { overall, itinerary, findings } = { ...files[1].trip!, findings: files[1].findings };
    const amount = (wanted: string) => String(findings.filter(({ severity }) => severity === wanted).length);
    const [trip, unclear, passing] = cellsOf(text);
    expect(trip.slice(1)).toEqual([
      `${itinerary.days} days, 3 to 9 Jul 2027`,
      `${overall.level} of 4`,
      ...['error', 'warning', 'info'].map(amount),
      '**fails**',
    ]);
    expect(unclear[0]).toBe('<code>broken.trip.yaml</code>');
    expect([unclear[1], unclear[2], unclear[6]]).toEqual(['not known', 'not known', '**not understood**']);
    expect([passing[0], passing[6]]).toEqual(['<code>clean.trip.yaml</code><br>A weekend', 'passes']);
  });

  test('do not read calmer than they are: what is silenced, and a level that may be higher', () => {
    const known = { by: 'baseline', reason: 'known', until: null } as const;
    const row = (...found: Parameters<typeof finding>) =>
      cellsOf(write(markdownReporter(), [checked([finding(...found)])]))[0];
    expect(row({ suppressed: known })).toMatchObject({ 2: '3 of 4', 3: '0', 6: 'passes, 1 silenced' });
    expect(row({ suppressed: known, severity: 'info' })[6]).toBe('passes');
    expect(row({ rule: 'TJ201', suppressed: known })[2]).toBe('at least 3 of 4');
    expect(row({ rule: 'TJ108' })).toMatchObject({ 2: 'at least 3 of 4', 6: '**fails**' });
    expect(row({ rule: 'TJ113' })[2]).toBe('3 of 4');
  });

  test('have what was found folded, by line', () => {
    expect(text).toContain('<details><summary><code>tours/pamir.trip.yaml</code>: ');
    expect(text).toMatch(/^- \*\*error\*\* TJ201, line 11: .*Atlantis/m);
    expect(text).not.toContain('<summary><code>clean');
  });

  test('end with the day and the data', () => {
    expect(text).toMatch(
      /<sub>Judged as of 22 Nov 2026 by tajcheck `1\.2\.3` with the data of `2026-11-22\.00000000`\./,
    );
  });

  test('keep a hostile title for text', () => {
    expect(plain(render(text))).toContain('Pamir <b>@ alice</b> :: error::boom');
  });
});

test('silenced findings are counted, and told with their reason where asked for', () => {
  const suppressed = { by: 'comment', reason: 'agreed', until: '2027-09-01' } as const;
  const file = checked([finding({ suppressed }), finding({ suppressed: { ...suppressed, by: 'baseline' } })]);
  const short = write(markdownReporter(), [file]);
  expect(short).toContain('Silenced: 1 by comments and 1 by the baseline');
  expect(short).not.toContain('<details>');
  const long = write(markdownReporter(), [file], openly);
  expect(long).toContain('<summary><code>a.trip.yaml</code>: 2 silenced</summary>');
  expect(long).toMatch(/silenced by a comment until 2027-09-01: agreed/);
});

describe('many files', () => {
  const many = Array.from({ length: 3000 }, (_, at): CheckedFile => {
    const findings = at % 10 === 9 ? Array.from({ length: 30 }, () => finding({ message: `x${'<'.repeat(900)}` })) : [];
    return checked(findings, { path: `tours/${at}.trip.yaml` });
  });
  const text = write(markdownReporter(), many);

  test('fit into a comment', () => {
    expect(text.length).toBeLessThan(65_536);
    expect(text.length).toBeGreaterThan(30_000);
    const tags = (tag: string) => text.split(tag).length;
    expect(tags('<details>')).toBe(tags('</details>'));
  });

  test('what does not fit is counted, and no file is lost', () => {
    const [table] = [...text.matchAll(/^\*\*Not in the table, for want of room:\*\* (.*?)\. The/gm)];
    const left = [...table[1].matchAll(/(\d+) files? that (fail|pass)/g)].map(([, amount, verb]) => [
      Number(amount),
      verb,
    ]);
    const shown = (verdict: string) => cellsOf(text).filter((cells) => cells[6] === verdict).length;
    const amount = (verb: string) => Number(left.find(([, own]) => own === verb)?.[0] ?? 0);
    expect(shown('**fails**') + amount('fail')).toBe(300);
    expect(shown('passes') + amount('pass')).toBe(2700);
    expect(shown('passes')).toBeGreaterThan(0);
  });

  test('say how many findings of a file, and of how many files, are left out', () => {
    const listed = text.match(/^- \*\*error/gm)!.length;
    const more = [...text.matchAll(/^- … and (\d+) more/gm)].reduce((sum, [, amount]) => sum + Number(amount), 0);
    const files = Number(/^\*\*Findings not listed, for want of room:\*\* (\d+) files/m.exec(text)![1]);
    expect(listed + more + files * 30).toBe(9000);
    expect(files).toBeLessThan(300);
  });

  test('a small run leaves nothing out', () => {
    expect(write(markdownReporter(), many.slice(0, 5))).not.toContain('for want of room');
  });
});

test('any text stays text: no markup, no link, no picture, nobody called, no line of its own', () => {
  fc.assert(
    fc.property(anyText, anyText, anyText, (path, title, message) => {
      const suppressed = { by: 'comment', reason: message, until: null } as const;
      const findings = [finding({ message, help: title }), finding({ suppressed })];
      const text = write(markdownReporter(), [titled(checked(findings, { path }), `x${title}`)], openly);
      expect(unprintable(text)).toEqual([]);
      expect(text.split('\n').length).toBe(lines);
      const html = render(text);
      expect(html.match(/<[/!]?[\w-]+/g)).toEqual(tags);
      const words = plain(html.replace(/<code>.*?<\/code>|<!--.*?-->/gs, ''));
      expect(words).not.toMatch(acted);
      expect(text).not.toContain('$');
    }),
    { numRuns: 300 },
  );
});

const sample = write(
  markdownReporter(),
  [checked([finding({ help: 'Help.' }), finding({ suppressed: { by: 'comment', reason: '', until: null } })])],
  { ...defaults, ...openly },
);
const lines = sample.split('\n').length;
const tags = render(sample).match(/<[/!]?[\w-]+/g)!;
/** What a host acts on in text once it is rendered. */
const acted = /(^|\W)@\w|(^|\W)[#!]\d|\bGH-\d|https?:\/\/|\bwww\.|:[\w+-]+:|[\w.]@[\w]/i;
const plain = (html: string): string =>
  html
    .replace(/<[^>]*>/g, '')
    .replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
