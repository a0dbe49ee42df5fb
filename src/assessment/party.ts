/** Who travels, and what they agreed with somebody at home: as the file says it. */
import type { PassportKind } from '../itinerary/itinerary.ts';

export interface AssessedTraveller {
  /** `party-1`, … in the order of the file. */
  id: string;
  /** Null: not said. */
  name: string | null;
  /** Empty: cannot be read. */
  nationality: string;
  also: string[];
  age: number | null;
  count: number;
  passport: { kind: PassportKind; expires: string | null };
}

export interface ReportedCheckIn {
  /** `HH:MM`, local time of the place where the party is; null: not said. */
  at: string | null;
  with: string | null;
  phone: string | null;
  /** Hours of silence after which help is called. */
  lateHours: number | null;
}
