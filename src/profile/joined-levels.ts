/** The level along the way as a reader takes it in: one stretch for as long as nothing changes. */
import type { ProfileLevel } from './profile.ts';

/** Stretches that follow each other and say the same are one. */
export function joinLevels(levels: readonly ProfileLevel[]): ProfileLevel[] {
  const joined: ProfileLevel[] = [];
  for (const next of levels) {
    const last = joined.at(-1);
    if (last && last.toKm === next.fromKm && isAlike(last, next)) {
      joined[joined.length - 1] = { ...last, toKm: next.toKm };
    } else joined.push(next);
  }
  return joined;
}

/** `4 of 4`, `no level`, `not checked`, `3 of 4, perhaps 4 of 4`, `2 of 4, the way is a guess`. */
export function sayStretch({ level, checked, perhaps, basis }: ProfileLevel): string {
  const said = level === null ? (checked ? 'no level' : 'not checked') : `${level} of 4`;
  const higher = perhaps === null ? '' : `, perhaps ${perhaps} of 4`;
  return `${said}${higher}${basis === 'guess' ? ', the way is a guess' : ''}`;
}

const isAlike = (a: ProfileLevel, b: ProfileLevel): boolean =>
  a.level === b.level &&
  a.perhaps === b.perhaps &&
  a.checked === b.checked &&
  (a.basis === 'guess') === (b.basis === 'guess');
