import { escapeForTerminal } from '../terminal/escape.ts';

/** Text for one line of Markdown that shows as it was written: no markup, no HTML, no link, no second line. */
export function escapeMarkdown(text: string): string {
  return escapeForTerminal(text.replace(/\s*[\t\r\n]+\s*/g, ' '))
    .replace(/[\\`*_[\]|~<>&]/g, escapeMark)
    .replace(bareLink, (mark) => `&#${mark.charCodeAt(0)};`)
    .replace(/^\s*[-+#=]|(?<=^\s*\d+)[.)](?=\s|$)/, (mark) => mark.replace(/\S/, '\\$&'));
}

/** HTML's own characters as entities, Markdown's behind a backslash. */
function escapeMark(mark: string): string {
  const entities: Record<string, string> = { '<': '&lt;', '>': '&gt;', '&': '&amp;' };
  return entities[mark] ?? `\\${mark}`;
}

/** What makes a link of bare text: `https:`, `www.`, `a@b`. */
const bareLink = /:(?=\/\/)|(?<=www)\.|@/gi;
