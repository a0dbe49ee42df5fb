/** Papers that are needed now, or must say more than they do. */
import type { PermitCheck } from '../../assessment/papers.ts';
import { firstSentence, list, sayDate } from '../../report/pretty/words.ts';
import type { Consequence } from '../consequences.ts';
import type { Look } from './look.ts';

export function papersFor(look: Look): Consequence[] {
  const { before, after, found } = look;
  const permits = after.permits.flatMap((permit): Consequence[] => {
    const was = before?.permits.find(({ type }) => type === permit.type);
    return sayPermit(permit, was?.status === 'not-needed' ? undefined : was, look);
  });
  const visas = found.filter(({ rule, severity }) => /^TJ4(1[1-9]|2[01])$/.test(rule) && severity !== 'info');
  return [
    ...permits,
    ...visas.map(({ rule, severity, message }): Consequence => {
      const isAsked = rule === 'TJ411' || severity !== 'error';
      return { kind: 'paper', tone: isAsked ? 'mind' : 'stop', text: firstSentence(message, 2) };
    }),
  ];
}

function sayPermit(permit: PermitCheck, was: PermitCheck | undefined, look: Look): Consequence[] {
  const { name, status, need, applied } = permit;
  const entered = permit.districts.filter((district) => !was?.districts.includes(district));
  const must = (districts: readonly string[]): string =>
    districts.length === 0 ? '' : ` It must list ${list(districts)}${was ? ' too' : ''}.`;
  const say = (tone: Consequence['tone'], text: string): Consequence[] => [{ kind: 'paper', tone, text }];
  if (status === 'not-needed') return [];
  if (status === 'missing') {
    // Papers in hand are asked about later: that none is listed is no fault yet, unless it is too late.
    const tone = permit.applyBy !== null && permit.applyBy < look.after.asOf ? 'stop' : 'mind';
    if (was?.status !== 'missing') return say(tone, `${name}: needed.${must(permit.districts)}${sayDay(permit, look)}`);
    return entered.length > 0 ? say('mind', `${name}: needed.${must(entered)}`) : [];
  }
  if (status === 'incomplete') {
    const missing = permit.missing.filter((district) => !was?.missing.includes(district));
    if (missing.length > 0) return say('stop', `${name}: yours does not list ${list(missing)}, which the trip enters.`);
    return was?.status === 'incomplete'
      ? []
      : say('stop', `${name}: which districts yours lists is not said.${must(entered)}`);
  }
  if (status === 'outside-validity') {
    return was?.status === status ? [] : say('stop', `${name}: yours is not valid on all your days there.`);
  }
  if (status === 'check' && applied === null) {
    if (was) return [];
    const why = need === 'certain' ? 'needed if the way leads there' : 'perhaps needed; sources disagree';
    return say('mind', `${name}: ${why}. Ask.`);
  }
  if (was && entered.length === 0) return [];
  const inHand = applied === null ? 'you have it' : `not yet in hand, applied for on ${sayDate(applied)}`;
  return say('note', `${name}: ${inHand}${entered.length > 0 ? ` (${list(entered)})` : ''}.`);
}

/** `Apply by 5 Jul 2027; safer by 1 Jul 2027.` */
function sayDay({ applyBy, applyByWorst }: PermitCheck, { after: { asOf } }: Look): string {
  const first = applyBy ?? applyByWorst;
  if (first === null) return ' The last day to apply is not known.';
  const late = (day: string): string => `${sayDate(day)}${day < asOf ? ', already past' : ''}`;
  const safer = applyByWorst !== null && applyByWorst !== first ? `; safer by ${late(applyByWorst)}` : '';
  return ` Apply by ${late(first)}${safer}.`;
}
