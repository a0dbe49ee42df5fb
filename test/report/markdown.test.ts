import fc from 'fast-check';
import { lexer, type Token, type Tokens } from 'marked';
import { describe, expect, test } from 'vitest';
import { escapeMarkdown } from '../../src/report/escape-markdown.ts';
import { reportMarkdown } from '../../src/report/markdown.ts';
import { faultyTrip, pamirTrip } from './fixture.ts';

const list = reportMarkdown(pamirTrip);
const section = (text: string, heading: string) =>
  text.split(/\n(?=## )/).find((part) => part.startsWith(heading)) ?? '';
const textOf = (tokens: readonly Token[]): string =>
  tokens
    .map((token) => ('tokens' in token && token.tokens ? textOf(token.tokens) : 'text' in token ? token.text : ''))
    .join('');

describe('the list', () => {
  test('begins with title, days and the day it was made', () => {
    expect(list).toMatch(/^# Pamir Highway and the Wakhan\n\n3 to 16 Jul 2027, 14 days\. Checked on 22 Nov 2026 by/);
  });

  test('has what each government says, in its own words beside the level, and where', () => {
    const said = section(list, '## What governments say');
    for (const [id, { native, level }] of Object.entries(pamirTrip.overall.byAuthority)) {
      const row = said.split('\n').find((line) => line.startsWith(`| ${pamirTrip.authorities[id].short} |`));
      expect(row).toContain(level === null ? '| no level |' : `| ${level} of 4 |`);
      expect(row?.toLowerCase()).toContain(native.toLowerCase());
    }
    const areas = section(list, '## What holds where');
    for (const { advisories } of pamirTrip.stops) {
      for (const { words } of advisories ?? []) expect(areas).toContain(escapeMarkdown(words).replace(/\.$/, ''));
    }
  });

  test('has every day with its stop, and every number to call', () => {
    const days = section(list, '## Day by day');
    for (const { name } of pamirTrip.stops) expect(days).toContain(`: ${escapeMarkdown(name)}**`);
    const calls = section(list, '## Who to call');
    for (const { numbers } of pamirTrip.contacts) expect(calls).toContain(numbers.join(', '));
  });

  test('says what is not known, before all levels', () => {
    const text = reportMarkdown(faultyTrip);
    expect(section(text, '## What governments say')).toContain('**Not checked: Iskandarkull');
    expect(text).toContain('No level could be established for this trip.');
  });

  test('counts the days to each date', () => {
    expect(section(list, '## Calendar')).toContain(
      '| Mon 21 Jun 2027 | in 211 days | Apply for the GBAO permit | traveller |',
    );
  });

  test('has the state of each paper and border', () => {
    const papers = section(list, '## Papers');
    expect(papers).toMatch(/\| Visa, US passport, 2 people \| not needed \(visa-free\); 14 days of 30 \(\d+\) \|/);
    expect(papers).toContain('INCOMPLETE: Ishkashim, Murghab missing');
    expect(papers).toContain('21 Jun 2027, safer 14 Jun 2027');
    expect(papers).toContain('| Way in, Dushanbe airport, 3 Jul 2027 | by air | |');
  });

  test('says what is silenced, why and until when, apart from what stops the trip', () => {
    const suppressed = { by: 'comment', reason: 'Ali *brings* it', until: '2027-03-01' } as const;
    const errors = pamirTrip.findings.filter(({ severity }) => severity === 'error');
    const findings = pamirTrip.findings.map((finding) => ({ ...finding, suppressed }));
    const silent = section(reportMarkdown({ ...pamirTrip, findings }), '## Silenced, not solved');
    expect(errors.length).toBeGreaterThan(0);
    expect(silent.match(/^- /gm)).toHaveLength(errors.length);
    expect(silent).toContain(`(line ${errors[0].line}, ${errors[0].rule}) Until 1 Mar 2027: Ali \\*brings\\* it.`);
    expect(reportMarkdown({ ...pamirTrip, findings })).not.toContain('## Stop');
    expect(list).not.toContain('## Silenced');
  });

  test('has a box for every line, ticked where it is done, with the id to tick it by', () => {
    const [checklist] = lexer(section(list, '## Checklist')).filter(
      (token): token is Tokens.List => token.type === 'list',
    );
    expect(checklist.items[0].task).toBe(true);
    for (const { id, status } of pamirTrip.checklist) {
      const line = list.split('\n').find((one) => one.includes(`\`${id}\``));
      expect(line, id).toMatch(status === 'done' ? /^- \[x\] / : /^- \[ \] /);
      expect(line).toContain('Because it matters. Traveller.');
    }
  });

  test('groups them by day, what comes before booking first', () => {
    const headings = [...section(list, '## Checklist').matchAll(/^### (.*)$/gm)].map(([, heading]) => heading);
    expect(headings).toEqual([...new Set(headings)]);
    expect(headings).toContain('By Sat 19 Jun 2027');
    const undated = pamirTrip.checklist.map((item) => (item.stage === 'before-booking' ? { ...item, by: null } : item));
    const again = section(reportMarkdown({ ...pamirTrip, checklist: undated.toReversed() }), '## Checklist');
    expect(/^### (.*)$/m.exec(again)?.[1]).toBe('Before booking');
  });

  test('says which days are past', () => {
    const late = reportMarkdown({ ...pamirTrip, asOf: '2027-06-20' });
    expect(late).toContain('### By Sat 19 Jun 2027, which is past\n');
    expect(late).toContain('### By Sat 26 Jun 2027\n');
  });

  test('says what is required, and why', () => {
    const [first, ...rest] = pamirTrip.checklist;
    const required = 'Nobody comes to fetch you.';
    expect(reportMarkdown({ ...pamirTrip, checklist: [{ ...first, required }, ...rest] })).toContain(
      '**Required:** Nobody comes to fetch you.',
    );
  });

  test('numbers its sources and dates them', () => {
    const sources = pamirTrip.sources.map((source, at) =>
      at === 1 ? { ...source, id: 'us-state-country-2025-07-18' } : source,
    );
    const text = reportMarkdown({ ...pamirTrip, sources });
    const [, number] =
      /^(\d+)\. US Department of State: Country information, 18 Jul 2025 \(past its review date\)\. <https:\/\/example\.org\//m.exec(
        text,
      )!;
    expect(text).toContain(`14 days of 30 (${number}) |`);
  });

  test('keeps the keys that our own texts name as code, and nothing else of a fault', () => {
    const [fault] = faultyTrip.findings;
    const findings = [
      {
        ...fault,
        severity: 'error' as const,
        message: '“`<b>`” is not a place. See `at:`.',
        help: 'List it under `permits:`.',
      },
    ];
    const text = reportMarkdown({ ...faultyTrip, findings });
    expect(text).toContain('- “\\`&lt;b&gt;\\`” is not a place. See `at:`. List it under `permits:`.');
  });

  test('stops where the trip must not go as written, and says that there is no calendar', () => {
    const text = reportMarkdown(faultyTrip);
    expect(section(text, '## Stop')).toContain(
      'No place is called “Iskandarkull”. Did you mean Iskanderkul? (line 5, TJ201)',
    );
    expect(section(text, '## Calendar')).toContain('Without `start:` no day can be counted.');
    expect(list).not.toContain('Without `start:`');
  });
});

test('shows any text as it was written: no markup, no HTML, no link, no row of its own', () => {
  const nasty = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.string({ unit: fc.constantFrom(...'<>&|`*_[]()#-+!~1.) \\\n:/@aw'), maxLength: 30 }),
    fc.constantFrom(
      '<script>alert(1)</script>',
      '[a](javascript:x)',
      'https://evil.example',
      'www.evil.example',
      '| a | b |',
      '- [x] done',
      '&lt;b&gt;',
    ),
  );
  fc.assert(
    fc.property(nasty, (text) => {
      const shown = text.replace(/\s*[\t\r\n]+\s*/g, ' ');
      const tokens = lexer(`x ${escapeMarkdown(text)}`);
      expect(tokens).toHaveLength(1);
      const paragraph = tokens[0] as Tokens.Paragraph;
      expect(paragraph.type).toBe('paragraph');
      for (const token of paragraph.tokens) expect(['text', 'escape']).toContain(token.type);
      const plain = textOf(paragraph.tokens).replace(/&(lt|gt|amp|#\d+);/g, (entity) => unescapes[entity] ?? entity);
      if (!/\p{C}/u.test(shown)) expect(plain.replace(/ +/g, ' ').trim()).toBe(`x ${shown}`.replace(/ +/g, ' ').trim());

      const trip = {
        ...pamirTrip,
        itinerary: { ...pamirTrip.itinerary, title: text },
        calendar: [{ ...pamirTrip.calendar[0], text }],
      };
      const blocks = lexer(reportMarkdown(trip));
      expect(blocks.filter(({ type }) => type === 'heading' || type === 'html').length).toBe(headings);
      const table = blocks.find(
        (block): block is Tokens.Table => block.type === 'table' && block.header[0].text === 'Day',
      )!;
      expect(table.rows).toHaveLength(1);
      expect(table.rows[0]).toHaveLength(4);
      expect(table.rows[0][3].text).toBe('traveller');
    }),
    { numRuns: 150 },
  );
});

const headings = lexer(list).filter(({ type }) => type === 'heading').length;
const unescapes: Record<string, string> = {
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&#46;': '.',
  '&#58;': ':',
  '&#64;': '@',
};
