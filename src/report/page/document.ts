/** The page as a whole: what it may load (nothing), its sections in the order in which a person needs them. */
import { createHash } from 'node:crypto';
import { pageMapStyle } from '../../map/map-style.ts';
import { areasSection } from './areas.ts';
import { calendarSection } from './calendar.ts';
import { checklistSection } from './checklist.ts';
import { contactsSection } from './contacts.ts';
import { daysSection } from './days.ts';
import { mindSection, wrongSection } from './faults.ts';
import { notCheckedSection, ownZonesSection, silencedSection } from './gaps.ts';
import { titleOf, writeHead } from './head.ts';
import { homeSection } from './home.ts';
import { mapSection } from './map.ts';
import { html, type Markup, trusted } from './markup.ts';
import { papersSection } from './papers.ts';
import { profileSection } from './profile.ts';
import { sourcesSection, writeFoot } from './sources.ts';
import { verdictSection } from './verdict.ts';
import { type Section, type View, writeSection } from './view.ts';

export function writeDocument(view: View): Markup {
  const sections = [
    wrongSection(view),
    verdictSection(view),
    mindSection(view),
    mapSection(view),
    profileSection(view),
    daysSection(view),
    areasSection(view),
    papersSection(view),
    calendarSection(view),
    checklistSection(view),
    ownZonesSection(view),
    silencedSection(view),
    notCheckedSection(view),
    contactsSection(view),
    homeSection(view),
    sourcesSection(view),
  ].filter((section) => section !== null);
  const { script } = view.parts;
  const style = view.parts.style + pageMapStyle();
  return html`${trusted('<!doctype html>')}
<html lang="en">
<head>
<meta charset="utf-8" />
<meta http-equiv="Content-Security-Policy" content="${policyFor(script, style)}" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<meta name="color-scheme" content="light dark" />
<meta name="referrer" content="no-referrer" />
<title>${titleOf(view)}</title>
<style>${trusted(style)}</style>
</head>
<body>
<a class="skip" href="#${sections[0].id}">Skip to ${sections[0].heading.toLowerCase()}</a>
${writeHead(view)}${writeContents(sections)}<main>
${sections.map(writeSection)}</main>
${writeFoot(view)}<script>${trusted(script)}</script>
</body>
</html>
`;
}

/** Nothing is fetched, and of scripts and styles only these two run. */
function policyFor(script: string, style: string): string {
  const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  return `default-src 'none'; script-src ${hash(script)}; style-src ${hash(style)}; img-src data:; base-uri 'none'; form-action 'none'`;
}

/** The list of contents: a link past everything before, for each section. */
function writeContents(sections: readonly Section[]): Markup {
  return html`<nav class="contents" aria-label="Contents"><ul>
${sections.map(
  ({ id, heading, short }) => html`<li><a href="#${id}">${short ?? heading}</a></li>
`,
)}</ul></nav>
`;
}
