/** How high the night is slept, and how far above the one before. */
import { firstSentence, sayMetres, sayNumber } from '../../report/pretty/words.ts';
import type { Consequence } from '../consequences.ts';
import { isHere, type Look } from './look.ts';

/** Lower than this, nobody feels the height. */
const FELT_M = 2000;

export function nightThere(look: Look): Consequence[] {
  const { after, stop, found } = look;
  const night = after.nights.find((own) => own.stop === stop.id);
  const faults = found.filter((finding) => isHere(look, finding) && /^TJ51[1-4]$/.test(finding.rule));
  const warned = faults.filter(({ severity }) => severity !== 'info');
  if (warned.length > 0) {
    return warned.map(({ severity, message }): Consequence => {
      return { kind: 'night', tone: severity === 'error' ? 'stop' : 'mind', text: firstSentence(message, 2) };
    });
  }
  if (night === undefined) return [];
  const { altitudeM, gainM } = night;
  if (altitudeM === null) return [{ kind: 'night', tone: 'note', text: `How high ${stop.name} lies is not known.` }];
  if (altitudeM < FELT_M) return [];
  const gain =
    gainM === null || gainM === 0
      ? ''
      : `, ${sayNumber(Math.abs(gainM))} m ${gainM > 0 ? 'higher' : 'lower'} than the night before`;
  return [{ kind: 'night', tone: 'note', text: `You sleep at ${sayMetres(altitudeM)}${gain}.` }];
}
