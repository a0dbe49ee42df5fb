/** What is wrong with the trip and what is to be minded, each with what to do about it; and the one next step. */
import type { ReportedFinding } from '../../assessment.ts';
import { capitalise, sentence } from '../../sentence.ts';
import { byPlace, groupByMessage, isMendable, toldElsewhere } from '../pretty/faults.ts';
import { writeNextStep } from '../pretty/next-step.ts';
import { list } from '../pretty/words.ts';
import { html, join, type Markup, withCode } from './markup.ts';
import { cite } from './notes.ts';
import type { Section, View } from './view.ts';

/** Errors stand before everything else. */
export function wrongSection(view: View): Section | null {
  const body = writeFaults(view, ({ severity }) => severity === 'error');
  return body && { id: 'wrong', heading: 'What is wrong', short: 'Wrong', body };
}

/** Those that no other section tells, area by area or paper by paper. */
export function mindSection(view: View): Section {
  const isTold = (finding: ReportedFinding): boolean =>
    finding.severity === 'warning' && (isMendable(finding) || !toldElsewhere.test(finding.rule));
  const body = html`${writeFaults(view, isTold)}<p class="next">${writeNextStep(view)}</p>`;
  return { id: 'mind', heading: 'What to mind', short: 'Mind', body };
}

function writeFaults(view: View, isTold: (finding: ReportedFinding) => boolean): Markup | null {
  const open = view.assessment.findings.filter((finding) => finding.suppressed === null && isTold(finding));
  const groups = groupByMessage(open.sort(byPlace));
  return groups.length === 0
    ? null
    : html`<ul class="faults">
${groups.map((findings) => writeFault(view, findings))}</ul>
`;
}

function writeFault(view: View, findings: readonly ReportedFinding[]): Markup {
  const [{ severity, message, help, rule }] = findings;
  const lines = [...new Set(findings.flatMap(({ line }) => line ?? []))].sort((a, b) => a - b);
  const where = lines.length === 0 ? '' : `, ${lines.length > 1 ? 'lines' : 'line'} ${list(lines.map(String))}`;
  const days = new Map(findings.flatMap(({ subject }) => dayOf(view, subject)));
  const links = [...days].map(([id, name]) => html`<a href="#${id}">${name}</a>`);
  return html`<li class="${severity}"><strong>${capitalise(severity)}</strong>: ${withCode(sentence(message))}${
    help !== '' && !message.endsWith('?') && html` <span class="fix">${withCode(sentence(help))}</span>`
  } <span class="note">${join(links, ', ')}${links.length > 0 && ' '}(${rule}${where})</span>${cite(
    view,
    findings.flatMap(({ sources }) => sources),
  )}</li>
`;
}

/** The day that a finding is about, as a link to it. */
function dayOf({ trip }: View, subject: string): [string, string][] {
  const day = trip.stops.find(({ stop, leg }) => stop.id === subject || leg?.id === subject);
  return day ? [[day.stop.id, day.stop.name]] : [];
}
