/** The papers: visas, border posts, registration, permits; what is missing first, each with the last day to apply. */
import type { PermitCheck, RegistrationCheck, VisaCheck } from '../../assessment/papers.ts';
import { groupBy } from '../../group-by.ts';
import { sentence } from '../../sentence.ts';
import { sayDeadline, sayFees, sayHow, sayStatus as sayPermit, sayWarnings } from '../pretty/papers.ts';
import { sayPassage, writeOne } from '../pretty/passages.ts';
import { sayConflicts, sayOption, sayPassports, sayStatus as sayVisa } from '../pretty/visas.ts';
import { list } from '../pretty/words.ts';
import { html, type Markup, withHead } from './markup.ts';
import { cite, withDue } from './notes.ts';
import type { Section, View } from './view.ts';

type State = 'bad' | 'ask' | 'good';

export function papersSection(view: View): Section | null {
  const { permits, visas, passages, registration } = view.assessment;
  const told = new Set<string>();
  const wanted = permits.filter(({ status }) => status !== 'not-needed');
  const notNeeded = permits.filter(({ status }) => status === 'not-needed').map(({ name }) => name);
  const papers = [
    ...groupVisas(view, visas),
    ...wanted
      .toSorted((a, b) => order[permitState(a)] - order[permitState(b)])
      .map((one) => writePermit(view, one, told)),
  ];
  if (papers.length + passages.length === 0 && registration === null) return null;
  const body = html`<ul class="papers">
${papers}${passages.map((passage) => writePaper('ask', html`${withHead(sayPassage(view, passage))}${cite(view, passage.sources)}`, [], 'plain'))}${writeRegistrations(view, registration)}</ul>
${notNeeded.length > 0 && html`<p class="note">Not needed on this route: ${list(notNeeded)}.</p>`}`;
  return { id: 'papers', heading: 'Papers', body };
}

const order: Record<State, number> = { bad: 0, ask: 1, good: 2 };

function writePaper(state: State, heading: Markup, lines: readonly (Markup | string)[], kind: string = state): Markup {
  return html`<li class="paper ${kind}"><p>${heading}</p>
${
  lines.length > 0 &&
  html`<ul>
${lines.map(
  (line) => html`<li>${line}</li>
`,
)}</ul>
`
}</li>
`;
}

const permitState = ({ status }: PermitCheck): State =>
  status === 'held' || status === 'not-needed' ? 'good' : status === 'check' ? 'ask' : 'bad';

function writePermit(view: View, permit: PermitCheck, told: Set<string>): Markup {
  const { name, applyBy, applyByWorst, sources } = permit;
  const isHeld = permit.status === 'held';
  // Of a paper in hand it no longer matters how one gets it.
  const details = isHeld
    ? []
    : [
        html`${withDue(view, sayDeadline(view, permit), [applyBy, applyByWorst])}`,
        sayFees(view, permit),
        sayHow(view, permit),
      ];
  const warnings = sayWarnings({ ...view, verbose: !isHeld }, permit, told);
  const heading = html`<strong>${name}</strong>: ${sentence(sayPermit(view, permit))}${cite(view, sources)}`;
  return writePaper(permitState(permit), heading, [...details, ...warnings.map(withoutCommand)]);
}

/** The page cannot run commands. */
const withoutCommand = (text: string): string => text.replace(/ More: tajcheck explain \S+$/, '');

const visaState = ({ status }: VisaCheck): State =>
  status === 'held' || status === 'not-needed' ? 'good' : status === 'check' ? 'ask' : 'bad';

/** Lines of the party of which the same is true are told together. */
function groupVisas(view: View, visas: readonly VisaCheck[]): Markup[] {
  const groups = groupBy(visas, ({ traveller: _, nationality: __, count: ___, ...same }) => JSON.stringify(same));
  return [...groups.values()]
    .sort(([a], [b]) => order[visaState(a)] - order[visaState(b)])
    .map((alike) => {
      const [check] = alike;
      const heading = html`<strong>${sayPassports(alike)}</strong>: ${sayVisa(view, check)}${cite(view, check.sources)}`;
      return writePaper(visaState(check), heading, sayTerms(view, check));
    });
}

function sayTerms(view: View, check: VisaCheck): Markup[] {
  const words = check.words.map((text) => html`${sentence(text)}`);
  if (visaState(check) === 'good') return words;
  const options = check.options.map((option) => {
    const { text, way } = sayOption(view, option);
    return html`${withDue(view, text, [option.applyBy, option.applyByWorst])} ${way}`;
  });
  return [...words, ...options, ...sayConflicts(view, check).map(({ text }) => html`${text}`)];
}

function writeRegistrations(view: View, registration: readonly RegistrationCheck[] | null): Markup[] {
  if (registration === null) return [];
  if (registration.length === 0) {
    return [writePaper('good', html`No registration of the stay: nobody in the party has to.`, [])];
  }
  return registration.map((check) => {
    const [about, ...said] = writeOne(view, check, registration.length > 1)
      .join(' ')
      .trim()
      .split(': ');
    const heading = html`<strong>${about}</strong>: ${withDue(view, said.join(': '), [check.by])}${cite(view, check.sources)}`;
    return writePaper('ask', heading, [sentence(check.how)], 'plain');
  });
}
