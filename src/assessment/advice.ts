/** What governments say of where the trip goes. */
import type { Confidence } from '../finding.ts';
import type { Level } from '../knowledge/schema/parts.ts';

export interface AuthorityVerdict {
  /** Highest level this authority gives anywhere on the trip; null: advice without a level. */
  level: Level | null;
  native: string;
  area: string;
  zone: string;
  /** Subjects (`stop-2`, `leg-3`, `entry`, `exit`) where it applies. */
  where: string[];
  confidence: Confidence;
  issued: string;
  source: string;
}

export interface AppliedAdvisory {
  id: string;
  authority: string;
  zone: string;
  area: string;
  native: string;
  level: Level | null;
  words: string;
  issued: string;
  source: string;
  confidence: Confidence;
}
