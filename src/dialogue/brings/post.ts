/** The border crossed on the way: which post it is, and what is known of it. */
import type { PassageCheck } from '../../assessment/papers.ts';
import { sayPassage } from '../../report/pretty/passages.ts';
import type { Consequence, Tone } from '../consequences.ts';
import { pick } from './findings.ts';
import type { Look } from './look.ts';

export function postHere(look: Look): Consequence[] {
  // That no post is said at all is asked about at the end.
  const faults = pick(look, /^TJ43[123]$/, 'post', 2);
  if (faults.length > 0) return faults;
  const { before, after, stop, leg, page } = look;
  const known = new Set(before?.passages.map(keyOf));
  return after.passages
    .filter((passage) => passage.subject === stop.id || passage.subject === leg?.id)
    .filter((passage) => passage.by === 'land' && !known.has(keyOf(passage)))
    .map((passage) => ({ kind: 'post', tone: toneOf(passage), text: sayPassage(page, passage) }));
}

const keyOf = ({ kind, post, place }: PassageCheck): string => `${kind} ${post} ${place}`;

function toneOf({ status, foreigners }: PassageCheck): Tone {
  if (status === 'closed' || foreigners === false) return 'stop';
  return status === 'open' && foreigners === true ? 'note' : 'mind';
}
