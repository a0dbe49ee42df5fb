/** What is to be done, and by when. */

export interface CalendarEvent {
  /** Unique in the calendar, and the same in every run: `apply-gbao`, `register`, `check-in-stop-3`. */
  id: string;
  kind:
    | 'apply-by'
    | 'apply-by-worst'
    | 'departure'
    | 'entry'
    | 'exit'
    | 'register-by'
    | 'permit-start'
    | 'permit-end'
    | 'visa-start'
    | 'visa-end'
    | 'last-day'
    | 'check-in'
    | 'review';
  date: string;
  text: string;
  why: string;
  who: ChecklistItem['who'];
  /** Days from today; negative when past. */
  daysLeft: number;
  sources: string[];
}

export interface ChecklistItem {
  id: string;
  text: string;
  why: string;
  /** Date by which it should be done; null where the trip has no dates. */
  by: string | null;
  stage: 'before-booking' | 'before-departure' | 'on-arrival' | 'on-the-road';
  priority: 1 | 2 | 3;
  status: 'open' | 'done';
  who: 'traveller' | 'organiser' | 'driver' | 'leader';
  /** Without it the trip is not ready, and why. Null: good practice. */
  required: string | null;
  /** Subjects that call for it. */
  where: string[];
  sources: string[];
}
