/** What is said once for the whole trip. Null: not said. */
import type { TravelMode } from '../../itinerary/itinerary.ts';
import type { Draft } from '../draft.ts';
import { setKey } from './entry.ts';

export const setTitle = (draft: Draft, title: string | null): Draft => setKey(draft, 'title', title?.trim() || null);

/** `YYYY-MM-DD`. */
export const setStart = (draft: Draft, date: string | null): Draft => setKey(draft, 'start', date);

export const setTravel = (draft: Draft, mode: TravelMode | null): Draft => setKey(draft, 'travel', mode);
