import { Chalk } from 'chalk';
import { expect, test } from 'vitest';
import { pageLines } from '../../src/terminal/page.ts';

const plain = { width: 40, chalk: new Chalk({ level: 0 }) };
const page = `# TJ999 far-away

**error** · A place is far away

This sentence is longer than forty columns, and
broken elsewhere in the file.

- one thing
- another thing that does not fit into one line

## Fires

\`\`\`gpx way.gpx
<gpx/>
\`\`\`

\`\`\`yaml
stops:

  - { place: A place with a name that is wider than the window, nights: 1 }
\`\`\`
`;

test('headings, paragraphs and lists are for reading; an example stays as it is written', () => {
  expect(pageLines(page, plain)).toEqual([
    'TJ999 far-away',
    '',
    '  error · A place is far away',
    '',
    '  This sentence is longer than forty',
    '  columns, and broken elsewhere in the',
    '  file.',
    '',
    '  - one thing',
    '  - another thing that does not fit into',
    '    one line',
    '',
    'Fires',
    '',
    '  way.gpx:',
    '',
    '    <gpx/>',
    '',
    '    stops:',
    '',
    '      - { place: A place with a name that is wider than the window, nights: 1 }',
  ]);
});

test('headings and what is marked as strong are bold', () => {
  const [heading, , text] = pageLines(page, { width: 40, chalk: new Chalk({ level: 1 }) });
  expect(heading).toBe('\u001b[1mTJ999 far-away\u001b[22m');
  expect(text).toBe('  \u001b[1merror\u001b[22m · A place is far away');
});

test('what would move the cursor or turn text around is shown, in examples too', () => {
  const hidden = '# a\u001b[2Jb\n\nc\u202ed\n\n```yaml\n\t- e\n```\n';
  expect(pageLines(hidden, plain)).toEqual(['a␛[2Jb', '', '  c\\u202ed', '', '    ␉- e']);
});
