/** A page of Markdown, as much of it as the pages of the rules use, as lines for a terminal. */
import type { ChalkInstance } from 'chalk';
import { escapeForTerminal } from './escape.ts';
import { wrap } from './wrap.ts';

/** Columns before text, and before examples. */
const TEXT = 2;
const CODE = 4;

/** Headings are bold, text is wrapped; an example stands as it is, for wrapped it would say something else. */
export function pageLines(page: string, { width, chalk }: { width: number; chalk: ChalkInstance }): string[] {
  const lines: string[] = [];
  let paragraph: string[] = [];
  let inCode = false;
  const endParagraph = (): void => {
    if (paragraph.length === 0) return;
    const text = paragraph.join(' ').replace(/\*\*(.+?)\*\*/g, (_, strong: string) => chalk.bold(strong));
    lines.push(...wrap(text, width, TEXT, text.startsWith('- ') ? TEXT + 2 : TEXT));
    paragraph = [];
  };
  for (const line of page.trimEnd().split('\n').map(escapeForTerminal)) {
    const [, heading] = /^#+ (.+)$/.exec(line) ?? [];
    const [fence, file] = /^```(?:\w+ +(\S+))?/.exec(line) ?? [];
    if (fence) {
      endParagraph();
      inCode = !inCode;
      // Only a file that the example below it names has a name.
      if (file) lines.push(...wrap(chalk.bold(`${file}:`), width, TEXT), '');
    } else if (inCode) lines.push(line === '' ? '' : ' '.repeat(CODE) + line);
    else if (line === '' || heading) {
      endParagraph();
      lines.push(...(heading ? wrap(chalk.bold(heading), width) : ['']));
    } else {
      if (line.startsWith('- ')) endParagraph();
      paragraph.push(line);
    }
  }
  endParagraph();
  return lines;
}
