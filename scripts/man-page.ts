/** The manual page in roff, from its Markdown source: the few kinds of Markdown that the source is written in. */
import { marked, type Token, type Tokens } from 'marked';

export interface ManEdition {
  readonly version: string;
  /** Of the data, `YYYY-MM-DD`. */
  readonly date: string;
}

export function manPage(markdown: string, { version, date }: ManEdition): string {
  const blocks = marked.lexer(markdown).flatMap((token) => block(token));
  const page = [`.TH TAJCHECK 1 "${date}" "tajcheck ${version}"`, ...blocks].join('\n');
  // A heading begins a paragraph by itself.
  return `${page.replace(/^(\.S[HS] .*)\n\.PP$/gm, '$1')}\n`;
}

function block(token: Token): string[] {
  switch (token.type) {
    case 'space':
      return [];
    case 'heading':
      return heading(token as Tokens.Heading);
    case 'paragraph':
      return ['.PP', ...fold(inline((token as Tokens.Paragraph).tokens))];
    case 'code':
      return [
        '.PP',
        '.RS 4',
        '.nf',
        ...(token as Tokens.Code).text.split('\n').map((text) => line(plain(text))),
        '.fi',
        '.RE',
      ];
    case 'list':
      return (token as Tokens.List).items.flatMap(entry);
    default:
      throw new Error(`The manual page cannot show a ${token.type}: ${token.raw}`);
  }
}

/** The first level is the name of the page, which stands in the title line. */
function heading({ depth, text }: Tokens.Heading): string[] {
  if (depth === 1) return [];
  return [`.${depth === 2 ? 'SH' : 'SS'} "${plain(text)}"`];
}

/** `- term: what it is`. */
function entry({ raw, tokens }: Tokens.ListItem): string[] {
  const [text, ...rest] = tokens.filter(({ type }) => type !== 'space') as Tokens.Text[];
  const [term, ...meaning] = inline(text.tokens ?? []).split(': ');
  if (rest.length > 0 || meaning.length === 0) throw new Error(`Not a term and its meaning: ${raw}`);
  return ['.TP', line(term), ...fold(meaning.join(': '))];
}

function inline(tokens: readonly Token[]): string {
  return tokens
    .map((token) => {
      if (token.type === 'codespan') return `\\fB${plain(token.text)}\\fR`;
      if (token.type === 'em') return `\\fI${plain(token.text)}\\fR`;
      if (token.type === 'text' || token.type === 'escape') return plain(token.text).replaceAll('\n', ' ');
      throw new Error(`The manual page cannot show a ${token.type}: ${token.raw}`);
    })
    .join('');
}

/** What roff would take for an order, as itself; a hyphen that can be typed stays one. */
const plain = (text: string): string =>
  text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replaceAll('"', '\\(dq')
    .replace(
      /[^\0-\x7f]/gu,
      (character) => `\\[u${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}]`,
    );

/** A line that begins with a full stop or an apostrophe is an order. */
const line = (text: string): string => text.replace(/^(?=[.'])/, '\\&');

/** In lines that an editor shows whole. */
function fold(text: string): string[] {
  const lines: string[] = [];
  let last = '';
  for (const word of text.split(' ')) {
    if (last !== '' && last.length + word.length >= 78) {
      lines.push(last);
      last = word;
    } else last = last === '' ? word : `${last} ${word}`;
  }
  return [...lines, last].map(line);
}
