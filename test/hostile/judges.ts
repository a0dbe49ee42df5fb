/** Readers of what we print, as services, terminals and hosts read it. Each gives what it found amiss. */
import { marked } from 'marked';

/** The commands that GitHub's runner knows. */
const commands = new Set([
  'add-mask', 'add-matcher', 'add-path', 'debug', 'echo', 'endgroup', 'error', 'group', 'internal-set-repo-path',
  'notice', 'remove-matcher', 'save-state', 'set-env', 'set-output', 'stop-commands', 'warning',
]); // biome-ignore format: a vocabulary

/** What .NET cuts off the start of a line. */
const blank = /^[\s\u0085]+/;

/** The command that GitHub's runner would carry out for a line: both its forms, as its own parser finds them. */
export function commandIn(line: string): string | null {
  const text = line.replace(blank, '');
  if (text.startsWith('::')) {
    const end = text.indexOf('::', 2);
    const name = end === -1 ? '' : text.slice(2, end).split(' ')[0].toLowerCase();
    if (commands.has(name)) return name;
  }
  const old = line.indexOf('##[');
  const bracket = old === -1 ? -1 : line.indexOf(']', old);
  const name =
    bracket === -1
      ? ''
      : line
          .slice(old + 3, bracket)
          .split(' ')[0]
          .toLowerCase();
  return commands.has(name) ? name : null;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: colour is a control sequence
const colour = /\u001b\[[0-9;]*m/g;

/** What a log or a terminal would do more than show. Colour of our own may be allowed. */
export function actsInLog(printed: string, { mayColour = false, mayCommand = false } = {}): string[] {
  const plain = mayColour ? printed.replace(colour, '') : printed;
  const hidden = /[^\P{Cc}\n]|[\p{Cs}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]/u;
  const lines = plain.split(/\r\n|\r|\n|\u0085|\u2028|\u2029/);
  return [
    ...plain
      .split(/\r?\n/)
      .filter((line) => hidden.test(line))
      .map((line) => `hides: ${JSON.stringify(line)}`),
    ...lines.filter((line) => /##(\w+)?\[/.test(line)).map((line) => `orders: ${line}`),
    ...(mayCommand ? [] : lines.filter((line) => commandIn(line) !== null).map((line) => `commands: ${line}`)),
  ];
}

interface Page {
  readonly tags: readonly string[];
  readonly links: readonly string[];
  /** Words outside links and code. */
  readonly words: readonly string[];
}

/** A page of Markdown as a host shows it. */
export function renderMarkdown(markdown: string): Page {
  const html = marked.parse(markdown, { async: false, gfm: true });
  const tags: string[] = [];
  const links: string[] = [];
  const words: string[] = [];
  let quiet = 0;
  for (const [, tag, text] of html.matchAll(/(<[^>]*>)|([^<]+)/g)) {
    if (tag === undefined) {
      if (quiet === 0) words.push(decode(text));
      continue;
    }
    const [, close, name] = /^<(\/?)([\w!-]+)/.exec(tag) ?? [];
    if (/^(a|code|pre)$/.test(name)) quiet += close ? -1 : 1;
    const [, href] = /\s(?:href|src)="([^"]*)"/.exec(tag) ?? [];
    if (href !== undefined) links.push(decode(href));
    tags.push(`${close}${name}`);
  }
  return { tags, links, words };
}

const decode = (text: string): string =>
  text
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(
      /&(lt|gt|quot|amp|commat);/g,
      (_, name: string) => ({ lt: '<', gt: '>', quot: '"', amp: '&', commat: '@' })[name]!,
    );

/** What a host makes of plain words in a comment once all markup is read. */
export const actsInComment = (words: readonly string[]): string[] =>
  words.filter((text) => /(^|[^\w`])@[a-z0-9]|(^|\W)(#|GH-)\d|:\/\/\S|\bwww\.\S/i.test(text));
