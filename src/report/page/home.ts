/** The sheet for somebody at home: who, where each night, when to worry, whom to call. */
import { sheetRows } from '../sheet-rows.ts';
import { html } from './markup.ts';
import type { Section, View } from './view.ts';

export function homeSection(view: View): Section {
  const parts = sheetRows(view.assessment).map(({ title, rows }) => {
    return html`<h3>${title}</h3>
<table><tbody>
${rows.map(
  ({ label, value }) => html`<tr><th scope="row">${label}</th><td>${value}</td></tr>
`,
)}</tbody></table>
`;
  });
  const body = html`<p class="note home-note">Print it, fill in the blanks by hand, and leave it with somebody who will miss you.</p>
${parts}`;
  return { id: 'home', heading: 'For somebody at home', short: 'For home', body };
}
