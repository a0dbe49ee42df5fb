/** Whether the stay must be registered, by whom and by when. */
import type { RegistrationCheck } from '../assessment.ts';
import type { Stay, TripBeforePapers } from '../borders/passages.ts';
import type { VisaJudgement } from './check-visas.ts';

export function checkRegistration(
  _trip: TripBeforePapers,
  _stays: readonly Stay[],
  _visas: readonly VisaJudgement[],
): RegistrationCheck | null {
  return null;
}
