/** What somebody would write into an itinerary to make a tool, a log, a page or a person do something else. */
import fc from 'fast-check';

export const hostileStrings: readonly string[] = [
  // Orders to the services that run programs, at the start of a line, after a blank, and where wrapping begins a line.
  '::error::pwned',
  'x ::error file=README.md,line=1::pwned',
  '   ::stop-commands::token',
  `${'word '.repeat(15)}::add-mask::secret`,
  `${'x'.repeat(60)}::set-env name=PATH::/tmp`,
  ':::error:::pwned',
  ':\u200d:error:\u200d:pwned',
  '::warning::a\n::error::b\r\n::notice::c',
  '\u00a0\u3000::group::hidden',
  '##[error]pwned',
  'a ##[add-mask]b',
  '#\u200c#[error]pwned',
  '##vso[task.setvariable variable=PATH]/tmp',
  "##teamcity[testFailed name='x']",
  'section_start:1560896352:own[collapsed=true]\r\u001b[0KHidden',
  'section_end:1560896352:own\r\u001b[0K',
  // A terminal.
  '\u001b[2J\u001b[1;31mred\u001b[0m',
  '\u001b]0;title\u0007',
  '\u001b]8;;https://evil.example\u001b\\click\u001b]8;;\u001b\\',
  '\u009b31mred',
  'over\rwritten',
  'back\b\b\b\bspace',
  // What is not seen, or reads the other way round.
  'safe\u202egnitset',
  '\u2066isolated\u2069 \u200f\u200e\u061c',
  'zero\u200bwidth \ufeffmark \u00adhyphen',
  'tags \u{e0041}\u{e0042}',
  'lines\u2028and\u2029paragraphs\u0085',
  'half \ud800 a pair \udc00',
  '\u0000nul',
  // Markdown and what a host makes of plain words.
  '@everyone and @octo-cat',
  'see #123 and GH-123 and octo/cat#1',
  'https://evil.example/a www.evil.example mailto:a@evil.example',
  '![image](https://evil.example/x.png) [link](javascript:alert(1)) <https://evil.example>',
  '[x]: https://evil.example',
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  '</details></summary></td></table><!-- ',
  '| a | b |\n|---|---|\n| c | d |',
  '```\ncode\n``` `x` ~~~',
  '# heading\n===\n- [x] done\n> quote\n1. one',
  '/close',
  '$\\href{https://evil.example}{x}$ $`y`$',
  '**bold** _em_ ~~gone~~ \\`tick',
  '&lt;b&gt; &#64;team &commat;team',
  // XML, calendars, tables, formats of text.
  ']]><failure message="x"/><![CDATA[',
  '"/><testcase name=\'x\'/><?pi?><!DOCTYPE x [<!ENTITY a "b">]>',
  '\ufffe\uffff\u0001\u000b',
  'x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:own',
  'a;b,c:d\\n\\;',
  '=cmd|calc!A1',
  '%0A::error::x %25 %s $HOME $(id) `id`',
  '{{constructor}} {% raw %} <%= 1 %>',
  '__proto__',
  'constructor',
  '../../etc/passwd',
  '-rf',
  '--config=/etc/passwd',
];

const pieces = hostileStrings.flatMap((text) => text.split(/(?<=[\s:[\]])/));

/** Anything at all, often made of those pieces. At most what a text of an itinerary may hold. */
export const hostileText = fc
  .array(
    fc.oneof(
      fc.constantFrom(...pieces, '::', ':', '##', '#', '[', ']', ' ', '\n', '\r', '@', '<', '>', '|', '`', '\\', '&'),
      fc.string({ unit: 'binary', maxLength: 6 }),
      fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join('').slice(0, 190));
