/** Findings about the place itself and the road, in their own words. */
import type { ReportedFinding } from '../../assessment.ts';
import { firstSentence } from '../../report/pretty/words.ts';
import type { Consequence, Tone } from '../consequences.ts';
import { isHere, type Look } from './look.ts';

const tones: Readonly<Record<ReportedFinding['severity'], Tone>> = { error: 'stop', warning: 'mind', info: 'note' };

/** `most`: sentences of it that are said here; the briefing says all. */
export function pick(look: Look, rules: RegExp, kind: Consequence['kind'], most: number): Consequence[] {
  return look.found
    .filter((finding) => rules.test(finding.rule) && isHere(look, finding))
    .sort((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'))
    .map(({ rule, message, severity }) => {
      const text = firstSentence(message, most);
      // Which road was taken instead stands last.
      const last = message.split(/(?<=[.!?]) (?=[A-Z])/).at(-1)!;
      return { kind, tone: tones[severity], text: rule === 'TJ215' && !text.endsWith(last) ? `${text} ${last}` : text };
    });
}

/** Unknown, ambiguous, outside the data, elsewhere than its coordinates, on a day that does not fit. */
export const placeFindings = (look: Look): Consequence[] => pick(look, /^TJ(10[2-8]|20[1-59]|212)$/, 'place', 2);

/** Shut, perhaps shut, long, after dark, without fuel, not made for the vehicle; the operator's own zones. */
export const roadFindings = (look: Look): Consequence[] => pick(look, /^TJ(21[35]|305|50[1-6])$/, 'road', 1);
