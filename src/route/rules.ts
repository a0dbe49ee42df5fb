import type { RuleMeta } from '../rules/meta.ts';

/** Rules about tracks, raised while legs are routed. */
export const routeRules: readonly RuleMeta[] = [
  {
    id: 'TJ109',
    slug: 'track-outside-repository',
    severity: 'error',
    title: 'A track lies outside the repository of the itinerary',
    what: "For safety nothing is read outside the itinerary's repository: the nearest folder upward that holds `.git`, or the itinerary's own folder where there is none. Links are followed. The way was found without the track.",
    fix: 'Put the track into the repository and name it by its path from the folder of the itinerary.',
  },
  {
    id: 'TJ207',
    slug: 'track-gap',
    severity: 'warning',
    title: 'A track does not cover the whole way',
    what: 'The track starts or ends more than 1 km from its stop, or pauses for more than 1 km. The way between was guessed.',
    fix: 'Give a track that runs from stop to stop.',
  },
  {
    id: 'TJ208',
    slug: 'track-reversed',
    severity: 'info',
    title: 'A track runs the other way',
    what: 'The track fits the two stops when it is turned round, and so it was.',
    fix: 'Nothing, if it is the right track.',
  },
  {
    id: 'TJ211',
    slug: 'via-off-track',
    severity: 'warning',
    title: 'A track does not pass a place that the way goes through',
    what: 'A place under `via:` lies more than 1 km from the track, beyond the doubt about the place. Both were checked.',
    fix: 'Correct the track, or take the place out of `via:`.',
  },
  {
    id: 'TJ212',
    slug: 'no-airport',
    severity: 'warning',
    title: 'A flight starts or ends far from any known airport',
    what: 'No airport is known within 30 km of the stop, so the way was checked as one over the ground.',
    fix: 'Add a stop at the airport and travel on from there, or correct how the leg is travelled.',
  },
  {
    id: 'TJ213',
    slug: 'off-road',
    severity: 'warning',
    title: 'A place lies off the roads that tajcheck knows',
    what: 'The stop is more than 2 km from any packaged road. The last stretch was drawn straight, and a band around it was searched.',
    fix: 'Give the way as `track:`, or add a stop where you leave the road.',
  },
];
