import { findingOn, type Rule } from './rule.ts';

export const guessedLeg: Rule = {
  id: 'TJ206',
  slug: 'guessed-leg',
  severity: 'warning',
  title: 'The way between two stops is a guess',
  what: 'No track was given and no packaged road leads there, so a straight line stands for the way and a wide band around it is searched. What the band touches is possible, not certain, and the kilometres are those of the straight line.',
  fix: 'Give the way as `track:` (GPX, KML or GeoJSON), or add `via:` places.',
  check: ({ legs, stops }) =>
    legs
      .filter((leg) => leg.basis === 'guess' || leg.basis === 'unknown')
      .map((leg) => {
        const name = (id: string): string => stops.find((stop) => stop.stop.id === id)!.name;
        const corridorKm = leg.guesses.length === 0 ? null : Math.max(...leg.guesses.map((guess) => guess.halfWidthKm));
        return findingOn(
          'TJ206',
          'warning',
          { subject: leg.id, span: leg.span },
          {
            confidence: leg.basis === 'guess' ? 'possible' : 'certain',
            args: {
              from: name(leg.from),
              to: name(leg.to),
              corridorKm: corridorKm === null ? null : Math.round(corridorKm),
              via: leg.via.map((place) => place.name),
            },
          },
        );
      }),
};
