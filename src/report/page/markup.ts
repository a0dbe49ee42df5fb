/**
 * Markup that escapes by default: what stands in `${…}` is text, unless it was made by `html` itself or vouched for by
 * `trusted`. Elements are written as XML asks, so that a strict reader can check the page.
 */
import { showHidden } from '../../terminal/escape.ts';
import { escapeXml } from '../escape-xml.ts';

export interface Markup {
  readonly markup: string;
}

/** `null` and `false` stand for nothing. */
export type Content = string | number | Markup | null | false | readonly Content[];

export function html(strings: TemplateStringsArray, ...contents: Content[]): Markup {
  return { markup: strings.map((text, at) => (at === 0 ? text : render(contents[at - 1]) + text)).join('') };
}

/** Markup of our own making: a picture, a script. */
export const trusted = (markup: string): Markup => ({ markup });

export function render(content: Content): string {
  if (content === null || content === false) return '';
  if (typeof content === 'string') return escapeText(content);
  if (typeof content === 'number') return String(content);
  return 'markup' in content ? content.markup : content.map(render).join('');
}

/** What could not be seen, or would turn the line around, is shown; a line break in a name is a blank. */
const escapeText = (text: string): string => escapeXml(showHidden(text.replace(/\s*[\t\r\n]+\s*/g, ' ')));

/** Prose in which what is to be typed stands between backticks. */
export function withCode(text: string): Content[] {
  const parts = text.split(/`([^`]+)`/);
  return parts.map((part, at) => (at % 2 === 1 ? html`<code>${part}</code>` : part));
}

/** `In: by air`: what stands before the first colon is what it is about. */
export function withHead(text: string): Markup {
  const at = text.indexOf(': ');
  return at === -1 ? html`${text}` : html`<strong>${text.slice(0, at)}</strong>${text.slice(at)}`;
}

/** `a, b`, with markup between what may be markup. */
export function join(contents: readonly Content[], between: Content): Content[] {
  return contents.flatMap((content, at) => (at === 0 ? [content] : [between, content]));
}
