import { DOMParser } from '@xmldom/xmldom';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { escapeXml } from '../../src/report/escape-xml.ts';

const parse = (xml: string) =>
  new DOMParser({
    // It warns of U+FFFD, which is what is wanted here.
    onError: (level, message) => {
      if (level !== 'warning') throw new Error(`${level}: ${message}`);
    },
  }).parseFromString(xml, 'text/xml');

/** Any sequence of UTF-16 units, half pairs among them, and often what XML makes something of. */
const text = fc
  .array(
    fc.oneof(
      fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
      fc.constantFrom('&', '<', '>', '"', "'", ']]>', '<!--', '&amp;', '&#0;', '\u0000', '\u001b', '\ud800', '\ufffe'),
      fc.string({ unit: 'binary' }),
    ),
  )
  .map((parts) => parts.join(''));

/** What XML 1.0 cannot hold at all stands as U+FFFD. */
const readable = (written: string): string =>
  Array.from(written)
    .map((character) => {
      const code = character.codePointAt(0)!;
      const control = code < 0x20 && !'\t\n\r'.includes(character);
      const half = code >= 0xd800 && code <= 0xdfff;
      return control || half || code === 0xfffe || code === 0xffff ? '\ufffd' : character;
    })
    .join('');

/** A parser reads every end of a line as one character; this one those of XML 1.1 too. */
const lines = (written: string): string => written.replace(/\r[\n\u0085]|[\r\u0085\u2028\u2029]/g, '\n');

test('any text is read back as element text', () => {
  fc.assert(
    fc.property(text, (written) => {
      const { textContent } = parse(`<a>x${escapeXml(written)}</a>`).documentElement!;
      expect(lines(textContent!)).toBe(lines(`x${readable(written)}`));
    }),
  );
});

test('any text is read back as the value of an attribute, where white space is blank', () => {
  fc.assert(
    fc.property(text, (written) => {
      const value = parse(`<a b="${escapeXml(written)}"/>`).documentElement!.getAttribute('b')!;
      const blank = (own: string): string => lines(own).replace(/[\t\n]/g, ' ');
      expect(blank(value)).toBe(blank(readable(written)));
    }),
  );
});

test('text without anything special stays as it is', () => {
  expect(escapeXml('Хоруғ – Khorog 2,089 m \u{1f3d4}')).toBe('Хоруғ – Khorog 2,089 m \u{1f3d4}');
});
