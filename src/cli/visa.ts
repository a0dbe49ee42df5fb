/** `tajcheck visa COUNTRY`: on what terms a passport is let in, whatever the trip. */
import { UsageError } from '../errors.ts';
import { type PassportKind, passportKinds } from '../itinerary/itinerary.ts';
import { ranges } from '../itinerary/limits.ts';
import { writeJson } from '../report/escape-json.ts';
import { reportVisa } from '../report/visa.ts';
import type { ColourFlag } from '../terminal/colour.ts';
import { escapeForTerminal } from '../terminal/escape.ts';
import { answerVisa } from '../visas/answer.ts';
import { countryMeant, countryNamed, nameOf } from './country-names.ts';
import { exitCodes } from './exit.ts';
import { loadKnowledge } from './load-knowledge.ts';
import { viewOf } from './terminal.ts';
import { todayOr } from './today.ts';

export interface VisaOptions {
  readonly age?: string;
  readonly passport: string;
  readonly asOf?: string;
  readonly format: 'pretty' | 'json';
  readonly color?: ColourFlag;
}

export function visa(written: string, options: VisaOptions): number {
  const asOf = todayOr(options.asOf);
  const age = options.age === undefined ? null : parseAge(options.age);
  const passport = parsePassport(options.passport);
  const nationality = countryNamed(written);
  if (nationality === null) {
    const meant = countryMeant(written);
    throw new UsageError(
      `“${escapeForTerminal(written)}” is no country that tajcheck knows.`,
      meant ? `Did you mean ${meant}?` : 'Write a two-letter code such as DE, or the English name.',
    );
  }
  const answer = answerVisa({ nationality, passport, age }, loadKnowledge(), asOf);
  if (options.format === 'json') process.stdout.write(`${writeJson(answer, 2)}\n`);
  else process.stdout.write(reportVisa(answer, nameOf(nationality), viewOf(process.stdout, options.color)));
  return exitCodes.clean;
}

function parseAge(written: string): number {
  const age = Number(written);
  const [least, most] = ranges.age;
  if (!/^\d+$/.test(written) || age < least || age > most) {
    throw new UsageError(
      `--age ${escapeForTerminal(written)} is no age.`,
      `Write whole years from ${least} to ${most}.`,
    );
  }
  return age;
}

function parsePassport(written: string): PassportKind {
  const kind = passportKinds.find((known) => known === written);
  if (kind === undefined) {
    throw new UsageError(`--passport ${escapeForTerminal(written)} is not known.`, `Use ${passportKinds.join(', ')}.`);
  }
  return kind;
}
