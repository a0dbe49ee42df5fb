import { showHidden } from '../terminal/escape.ts';

/** Text for one line of Markdown that shows as it was written: no markup, no HTML, no link, no second line. */
export function escapeMarkdown(text: string): string {
  return showHidden(text.replace(/\s*[\t\r\n]+\s*/g, ' '))
    .replace(/[\\`*_[\]|~<>&]/g, escapeMark)
    .replace(acted, (mark) => mark.replace(/\S/, (sign) => `&#${sign.charCodeAt(0)};`))
    .replace(/^\s*[-+#=]|(?<=^\s*\d+)[.)](?=\s|$)/, (mark) => mark.replace(/\S/, '\\$&'));
}

/**
 * Text of the data and of the rules, in which a `key:` of the file stays code. A span holds nothing that could be
 * markup, so that words of the file in between are as harmless as above.
 */
export function escapeProse(text: string): string {
  return text
    .split(/(`\w[\w .:,{}-]*`)/)
    .map((part, at) => (at % 2 === 1 ? part : escapeMarkdown(part)))
    .join('');
}

/** HTML's own characters as entities, Markdown's behind a backslash. */
function escapeMark(mark: string): string {
  const entities: Record<string, string> = { '<': '&lt;', '>': '&gt;', '&': '&amp;' };
  return entities[mark] ?? `\\${mark}`;
}

/**
 * What makes a link of bare text: `https:`, `www.`, `a@b`; what a log takes for an order, `::name::` and `##[name]`, for
 * Markdown too is printed there; the slash that begins an order in a comment on GitLab.
 */
const acted = /:(?=\/\/|[\u200c\u200d]*:)|#(?=[\u200c\u200d]*#)|^\s*\/|(?<=www)\.|@/gi;
