/**
 * Text from a file in a comment on a pull request. There a host acts on plain words as well, after all markup is read:
 * `@name` calls somebody, `#12`, `!12` and `GH-12` leave a note elsewhere, an address becomes a link and `:word:` a
 * picture. Entities and backslashes do not help against that, so a blank is put in between. Dollar signs make formulas
 * while markup is read: there an entity does help.
 */
import { showHidden } from '../terminal/escape.ts';
import { escapeMarkdown, escapeProse } from './escape-markdown.ts';

/** A text that shows as it was written, but for those blanks. */
export const escapeComment = (text: string): string => withoutFormulas(escapeMarkdown(breakUp(text)));

/** The same for our own sentences, in which a `key:` of the file stays code. */
export const escapeCommentProse = (text: string): string => withoutFormulas(escapeProse(breakUp(text)));

const breakUp = (text: string): string => text.replace(acted, (mark) => `${mark} `);

const acted = /@(?=\S)|[#!](?=\d)|\bGH-(?=\d)|:(?=\/\/)|www(?=\.)|:(?=[\w+-]+:)/gi;

const withoutFormulas = (text: string): string => text.replaceAll('$', '&#36;');

/** For a line of HTML, in which Markdown is not read. */
export const escapeCommentHtml = (text: string): string =>
  breakUp(showHidden(text.replace(/\s*[\t\r\n]+\s*/g, ' '))).replace(
    /[&<>"'#:$]/g,
    (character) => `&#${character.charCodeAt(0)};`,
  );
