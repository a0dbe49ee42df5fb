/** What maps, profiles, pages and exports are drawn from: what was found, and where it runs. */
import type { LegLine } from '../assess.ts';
import type { Assessment } from '../assessment.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { OwnLayer } from '../zones/layer.ts';

export interface DrawnTrip {
  readonly assessment: Assessment;
  readonly lines: readonly LegLine[];
  readonly knowledge: Knowledge;
  /** Zones of the reader's own, whose outlines are drawn like the packaged ones. */
  readonly ownZones: readonly OwnLayer[];
}
