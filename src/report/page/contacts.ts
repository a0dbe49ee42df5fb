/** Whom to call, each number a link that dials. */
import { sentence } from '../../sentence.ts';
import { html, join, type Markup } from './markup.ts';
import { cite } from './notes.ts';
import type { Section, View } from './view.ts';

export function contactsSection(view: View): Section | null {
  const { contacts } = view.assessment;
  if (contacts.length === 0) return null;
  const entries = contacts.map(({ name, numbers, what, sources }) => {
    return html`<li><strong>${name}</strong>: ${join(numbers.map(telephone), ', ')}. <span class="note">${sentence(what)}</span>${cite(view, sources)}</li>
`;
  });
  const body = html`<ul class="contacts">
${entries}</ul>`;
  return { id: 'numbers', heading: 'Who to call', body };
}

/** Only a number that is digits, blanks and hyphens can be dialled. */
export function telephone(number: string): Markup {
  const digits = number.replace(/[ -]/g, '');
  return /^\+?\d+$/.test(digits) ? html`<a class="tel" href="tel:${digits}">${number}</a>` : html`${number}`;
}
