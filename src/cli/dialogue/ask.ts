/** How the dialogue asks: what the questions need of a terminal, and nothing of what draws it. */
import type { ChalkInstance } from 'chalk';

export interface Choice<Value> {
  readonly value: Value;
  /** A line of its own in the list. */
  readonly name: string;
  /** Shown in full while the choice is marked. */
  readonly detail?: string;
  /** Said once it is taken; left out: the name. */
  readonly short?: string;
}

interface Question {
  readonly question: string;
  /** What stands in front of the answer once it is given; left out: the question. */
  readonly label?: string;
  /** Lines under the question's own, before the answer: what may be written, what Enter takes. */
  readonly hint?: string;
}

interface ChooseQuestion<Value> extends Question {
  readonly choices: readonly Choice<Value>[];
  /** Marked at first. */
  readonly preset?: Value;
  /** Say nothing of the answer: the next question does. */
  readonly quiet?: boolean;
}

interface SearchQuestion<Value> extends Question {
  readonly find: (written: string) => readonly Choice<Value>[];
  readonly initial?: string;
  /** Said where nothing is found. */
  readonly nothing: string;
}

interface TextQuestion extends Question {
  readonly preset?: string;
  /** What is wrong with it; null: nothing. */
  readonly check?: (written: string) => string | null;
  /** Said for the answer; left out: as written. */
  readonly say?: (written: string) => string;
}

interface TickQuestion<Value> extends Question {
  readonly choices: readonly Choice<Value>[];
  readonly ticked: readonly Value[];
}

export interface Ask {
  choose<Value>(question: ChooseQuestion<Value>): Promise<Value>;
  search<Value>(question: SearchQuestion<Value>): Promise<Value>;
  text(question: TextQuestion): Promise<string>;
  tick<Value>(question: TickQuestion<Value>): Promise<Value[]>;
  yes(question: Question & { readonly preset: boolean }): Promise<boolean>;
  /** Lines of text, wrapped to the terminal; `makeLines` is called again when its width changes. */
  say(text: string | ((width: number) => readonly string[])): void;
  /** A heading over what is asked next. */
  head(text: string): void;
  readonly chalk: ChalkInstance;
  readonly width: () => number;
}

/** Esc: back to the question before, with nothing changed. */
export class GoBack extends Error {
  override readonly name = 'GoBack';
}

/** Ctrl-C, Ctrl-D, or the terminal is gone. */
export class Leave extends Error {
  override readonly name = 'Leave';
}

/** By name, not by class: each lazily loaded file has its own copy of the class. */
const isNamed = (error: unknown, name: string): boolean => error instanceof Error && error.name === name;
export const isGoBack = (error: unknown): boolean => isNamed(error, 'GoBack');
export const isLeave = (error: unknown): boolean => isNamed(error, 'Leave');
