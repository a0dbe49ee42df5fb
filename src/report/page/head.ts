/** What trip it is, when it was checked, and the numbers that may be needed first. */
import { capitalise } from '../../sentence.ts';
import { baseName, count, list, sayDate, sayDates } from '../pretty/words.ts';
import { telephone } from './contacts.ts';
import { html, join, type Markup } from './markup.ts';
import type { View } from './view.ts';

export function writeHead(view: View): Markup {
  const { itinerary, asOf, tool, policy, sources } = view.assessment;
  const { start, end, days } = itinerary;
  const dates = start && end ? sayDates(start, end) : 'Dates not known';
  const stale = sources.filter((source) => source.stale).length;
  const sourced = `${count(sources.length, 'source')}${stale > 0 ? `, ${stale} of them STALE, past review` : ''}`;
  return html`<header>
<h1>${titleOf(view)}</h1>
<p class="when">${dates}${days !== null && `, ${count(days, 'day')}`}${sayParty(view)}</p>
<p class="checked">Checked on <time datetime="${asOf}">${sayDate(asOf)}</time> by tajcheck ${tool.version}, data ${tool.dataVersion}${policy !== null && `, by the policy ${policy.file}`}. ${sourced}.</p>
${writeAgeNotice(view)}
${writeUrgent(view)}
</header>
`;
}

export const titleOf = ({ assessment: { itinerary } }: View): string => itinerary.title || baseName(itinerary.file);

/** `; US passport, 2 GB passports; 4x4`. */
function sayParty({ assessment: { party, travel } }: View): string {
  const people = party.map(({ nationality, count: amount }) => {
    return `${amount > 1 ? `${amount} ` : ''}${nationality || 'unknown'} ${amount > 1 ? 'passports' : 'passport'}`;
  });
  return [party.length === 0 ? 'party not known' : list(people), travel ?? '']
    .map((text) => text && `; ${text}`)
    .join('');
}

/** Filled by the page's script once the page is old; until then, and without script, it says when it will be. */
function writeAgeNotice({ assessment: { asOf, sources } }: View): Markup {
  const reviews = sources.filter(({ stale }) => !stale).map(({ reviewBy }) => reviewBy);
  const first = reviews.toSorted()[0];
  const due = first === undefined ? '' : ` The first of its sources falls due for review on ${sayDate(first)}.`;
  return html`<p id="aged" data-as-of="${asOf}" data-reviews="${reviews.join(' ')}">Advice changes: this page knows nothing after ${sayDate(asOf)}.${due} Run tajcheck again before you leave.</p>`;
}

/** Numbers that are dialled in a hurry. */
const MOST_URGENT = 3;

function writeUrgent({ assessment: { contacts } }: View): Markup | null {
  const urgent = contacts.filter(({ serves }) => serves === null).slice(0, MOST_URGENT);
  if (urgent.length === 0) return null;
  const entries = urgent.map(
    ({ name, numbers }) => html`<li><span class="who">${shortName(name)}</span> ${telephone(numbers[0])}</li>`,
  );
  return html`<nav class="urgent" aria-label="Emergency numbers"><ul>
${join(entries, '\n')}
<li><a href="#numbers">All numbers</a></li>
</ul></nav>`;
}

/** `rescue` of `Committee of … (KHF), rescue`. */
const shortName = (name: string): string => capitalise(name.split(', ').at(-1) ?? name);
