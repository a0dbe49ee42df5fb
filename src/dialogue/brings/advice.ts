/** What governments say of the stop and the way to it, each in its own words: the highest, and the travellers' own. */
import type { AppliedAdvisory } from '../../assessment/advice.ts';
import { type Confidence, sureness } from '../../finding.ts';
import { groupBy } from '../../group-by.ts';
import { highestLevel } from '../../highest-level.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Level } from '../../knowledge/schema/parts.ts';
import { authorityName } from '../../report/pretty/page.ts';
import { list, sayLevel } from '../../report/pretty/words.ts';
import { capitalise } from '../../sentence.ts';
import type { Consequence, Tone } from '../consequences.ts';
import type { Look } from './look.ts';

type Authorities = Pick<Knowledge, 'authorities'>;

/** From this level on every government that gives the highest is quoted; below it the travellers' own will do. */
const GRAVE = 3;

export function adviceHere(look: Look, { authorities }: Authorities): Consequence[] {
  const { stop, leg, after, before } = look;
  // That nothing is known of a place, or of a way, is told with it.
  if (stop.advisories === null && (leg?.advisories ?? null) === null) {
    return [say('mind', 'What governments say of it was not checked.')];
  }
  const highest = highestOfEach([...(stop.advisories ?? []), ...(leg?.advisories ?? [])]);
  if (highest.length === 0)
    return [say('mind', 'No government’s advice is known for it. That does not mean it is safe.')];
  const top = highestLevel(highest);
  const told = new Set(before ? allOf(before).map(keyOf) : []);
  if (highest.every((advisory) => told.has(keyOf(advisory)))) return [asBefore(look, top, highest)];

  const passports = new Set(after.visas.map(({ nationality }) => nationality));
  const isOwn = ({ authority }: AppliedAdvisory): boolean => passports.has(authorities[authority]?.country ?? '');
  const atTop = highest.filter(({ level }) => level === top);
  const isGrave = top !== null && top >= GRAVE;
  const quoted = isGrave || !atTop.some(isOwn) ? atTop : atTop.filter(isOwn);
  const own = highest.filter((advisory) => isOwn(advisory) && !quoted.includes(advisory));
  const others = highest.filter((advisory) => !quoted.includes(advisory) && !own.includes(advisory));
  const first =
    top === null ? 'No level is given' : `Level ${sayLevel(top)} at the highest, ${whereHighest(look, top)}`;
  return [
    say(toneOf(top), [`${first}.`, ...quoted.map((one) => quote(look, one, isOwn(one)))].join(' ')),
    ...(own.length + others.length === 0
      ? []
      : [say('note', [...own.map((one) => quote(look, one, true, true)), ...sayOthers(look, others)].join(' '))]),
  ];
}

const say = (tone: Tone, text: string): Consequence => ({ kind: 'advice', tone, text });

const toneOf = (level: Level | null): Tone => (level === 4 ? 'stop' : level === 3 ? 'mind' : 'note');

const keyOf = ({ authority, level, native }: AppliedAdvisory): string => `${authority} ${level} ${native}`;

const allOf = ({ stops, legs }: NonNullable<Look['before']>): AppliedAdvisory[] =>
  [...stops, ...legs].flatMap(({ advisories }) => advisories ?? []);

/** For each authority its highest; among equals the surest. */
function highestOfEach(advisories: readonly AppliedAdvisory[]): AppliedAdvisory[] {
  return [...groupBy(advisories, ({ authority }) => authority).values()].map((own) =>
    own.reduce((best, next) => {
      const higher = (next.level ?? 0) - (best.level ?? 0);
      const surer = sureness[best.confidence] - sureness[next.confidence];
      return higher > 0 || (higher === 0 && surer > 0) ? next : best;
    }),
  );
}

/** Nobody says here what they have not said on the trip before. */
function asBefore(look: Look, level: Level | null, highest: readonly AppliedAdvisory[]): Consequence {
  const who = highest.filter((own) => own.level === level).map(({ authority }) => authorityName(look.page, authority));
  if (level === null) return say('note', 'Advice as before on this trip: no level is given.');
  const where = whereHighest(look, level);
  return say(
    toneOf(level),
    `Advice as before on this trip: level ${sayLevel(level)} at the highest, ${where} (${list(who)}).`,
  );
}

/** `Canada: Avoid all travel.` */
function quote({ page }: Look, advisory: AppliedAdvisory, isOwn: boolean, hasLevel = false): string {
  const { authority, native, confidence, level } = advisory;
  const whose = isOwn ? ', your government' : '';
  const told = hasLevel ? ` (${sayLevel(level)})` : '';
  return `${authorityName(page, authority)}${whose}: ${capitalise(native)}${told}${hedges[confidence]}.`;
}

/** `Besides: 3 of 4 from Germany and Switzerland; no level from UK.` */
function sayOthers({ page }: Look, others: readonly AppliedAdvisory[]): string[] {
  const byLevel = groupBy(
    [...others].sort((a, b) => (b.level ?? 0) - (a.level ?? 0)),
    ({ level }) => sayLevel(level),
  );
  const words = [...byLevel].map(
    ([level, own]) => `${level} from ${list(own.map(({ authority }) => authorityName(page, authority)))}`,
  );
  return words.length === 0 ? [] : [`Besides: ${words.join('; ')}.`];
}

const hedges: Readonly<Record<Confidence, string>> = { certain: '', likely: ', near the edge', possible: ', perhaps' };

function whereHighest({ stop, leg }: Look, level: Level): string {
  const has = (advisories: readonly AppliedAdvisory[] | null | undefined): boolean =>
    (advisories ?? []).some((advisory) => advisory.level === level);
  if (!has(leg?.advisories)) return `in ${stop.name}`;
  return has(stop.advisories) ? `on the way and in ${stop.name}` : 'on the way';
}
