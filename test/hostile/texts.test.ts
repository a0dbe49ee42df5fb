/** Any text at all, through each means of making it harmless, read back by judges. */
import { DOMParser } from '@xmldom/xmldom';
import { Chalk } from 'chalk';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reportCompact } from '../../src/report/compact.ts';
import { escapeComment, escapeCommentProse } from '../../src/report/escape-comment.ts';
import { writeJson } from '../../src/report/escape-json.ts';
import { escapeMarkdown } from '../../src/report/escape-markdown.ts';
import { escapeXml } from '../../src/report/escape-xml.ts';
import { frameSource } from '../../src/report/frame.ts';
import { reportPretty } from '../../src/report/pretty.ts';
import { escapeForTerminal, escapeStrings } from '../../src/terminal/escape.ts';
import { wrap } from '../../src/terminal/wrap.ts';
import { assessText } from '../trip.ts';
import { actsInComment, actsInLog, commandIn, renderMarkdown } from './judges.ts';
import { ladenTrip } from './laden-trip.ts';
import { hostileStrings, hostileText } from './strings.ts';

const width = fc.integer({ min: 20, max: 200 });

describe('the judge', () => {
  test.each([
    ['::error::pwned', 'error'],
    ['  \u00a0::Error file=a::pwned', 'error'],
    ['x ::error::pwned', null],
    ['::nothing::x', null],
    ['before ##[add-mask]x', 'add-mask'],
    [':·:error:·:pwned', null],
  ])('finds the command in %j', (line, command) => {
    expect(commandIn(line)).toBe(command);
  });

  test('finds what is hidden, a mention and a tag', () => {
    for (const text of ['\u001b[31mred', 'a\u202eb', 'a\rb', '##vso[task.x]', '\u009b31m']) {
      expect(actsInLog(text), text).not.toEqual([]);
    }
    expect(actsInComment(renderMarkdown('&#64;team and **b**').words)).toEqual(['@team and ']);
    expect(renderMarkdown('<b>x</b> ![y](z)')).toMatchObject({ tags: ['p', 'b', '/b', 'img', '/p'], links: ['z'] });
  });
});

test('wrapped to any width no line is an order or hides anything, and the words stay', () => {
  fc.assert(
    fc.property(hostileText, width, fc.nat({ max: 8 }), (text, columns, indent) => {
      const safe = escapeForTerminal(text);
      expect(actsInLog(wrap(safe, columns, indent).join('\n'))).toEqual([]);
      expect(actsInLog(wrap(`Where: ${escapeStrings(text)} and more`, columns, indent).join('\n'))).toEqual([]);
      // Made harmless twice it is as it was made once.
      expect(escapeForTerminal(safe)).toBe(safe);
      if (/^[\w .,–]*$/.test(text)) expect(safe).toBe(text);
    }),
    { numRuns: 2000 },
  );
});

test('a frame around any part of any line is harmless', () => {
  fc.assert(
    fc.property(hostileText, fc.nat({ max: 40 }), fc.nat({ max: 40 }), width, (text, from, length, columns) => {
      const span = { line: 1, column: from + 1, endLine: 1, endColumn: from + length + 1 };
      expect(actsInLog(frameSource(text, span, columns).join('\n'))).toEqual([]);
    }),
    { numRuns: 2000 },
  );
});

test('JSON of any text is harmless where it is printed and comes back as it was', () => {
  fc.assert(
    fc.property(hostileText, fc.constantFrom(0, 2), (text, indent) => {
      const printed = writeJson({ [text]: [text], n: [1, null] }, indent);
      expect(actsInLog(printed)).toEqual([]);
      const whole = text.replace(/\p{Cs}/gu, '\ufffd');
      // As own properties: `__proto__` is a key like any other.
      expect(Object.entries(JSON.parse(printed) as object)[0]).toEqual([whole, [whole]]);
    }),
    { numRuns: 2000 },
  );
});

test('XML of any text is harmless where it is printed and comes back as it was', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const oneLine = text.replace(/[\t\r\n]/g, ' ');
      const printed = escapeXml(oneLine);
      expect(actsInLog(printed)).toEqual([]);
      const back = new DOMParser({ onError: () => {} }).parseFromString(
        `<a b="${printed}">x${printed}</a>`,
        'text/xml',
      );
      // biome-ignore lint/suspicious/noControlCharactersInRegex: XML cannot hold them
      const held = oneLine.replace(/[\u0000-\u001f\ufffe\uffff\p{Cs}]/gu, '\ufffd');
      expect(back.documentElement?.getAttribute('b')).toBe(held);
      expect(back.documentElement?.textContent).toBe(`x${held}`);
    }),
    { numRuns: 1000 },
  );
});

test('Markdown of any text is words, in a file and in a comment', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      for (const [harmless, isComment] of [
        [escapeMarkdown, false],
        [escapeComment, true],
        [escapeCommentProse, true],
      ] as const) {
        for (const markdown of [
          harmless(text),
          `- x ${harmless(text)} y`,
          `| a | b |\n|---|---|\n| ${harmless(text)} | c |`,
        ]) {
          const { tags, links, words } = renderMarkdown(markdown);
          expect(links).toEqual([]);
          expect(tags.filter((tag) => !/^\/?(p|ul|li|table|thead|tbody|tr|th|td|code)$/.test(tag))).toEqual([]);
          expect(tags.filter((tag) => tag === 'td').length).toBe(markdown.startsWith('|') ? 2 : 0);
          expect(actsInLog(markdown)).toEqual([]);
          if (isComment) expect(actsInComment(words)).toEqual([]);
        }
      }
    }),
    { numRuns: 500 },
  );
});

test('a trip laden with all of them is printed harmlessly at every width', async () => {
  const orders = hostileStrings.slice(0, 22);
  const source = ladenTrip(orders);
  const assessment = await assessText(source, {}, { file: '::error::a ##[debug].yaml' });
  expect(assessment.findings.length).toBeGreaterThan(orders.length);
  for (const level of [0, 2] as const) {
    const chalk = new Chalk({ level });
    for (let columns = 20; columns <= 200; columns += columns < 60 ? 4 : 20) {
      const page = reportPretty(assessment, { width: columns, chalk, source });
      expect(page).toContain('pwned');
      expect(actsInLog(page, { mayColour: level > 0 }), `${columns} columns`).toEqual([]);
    }
  }
  expect(actsInLog(reportCompact(assessment))).toEqual([]);
});
