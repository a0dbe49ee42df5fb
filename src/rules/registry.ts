/** Every rule that tajcheck has, by number. Adding a rule means adding its file and a line here. */
import { baselineRules } from '../baseline/rules.ts';
import { fileRules } from '../check/rules.ts';
import { compareText } from '../compare.ts';
import { itineraryRules } from '../itinerary/rules.ts';
import { placeRules } from '../places/rules.ts';
import { routeRules } from '../route/rules.ts';
import { suppressionRules } from '../suppress/rules.ts';
import type { RuleMeta } from './meta.ts';
import type { Rule } from './rule.ts';
import { outsideCoverage } from './tj203-outside-coverage.ts';
import { guessedLeg } from './tj206-guessed-leg.ts';
import { neighbourCountry } from './tj209-neighbour-country.ts';
import { noDates } from './tj210-no-dates.ts';
import { otherWay } from './tj214-other-way.ts';
import { roadAvoided } from './tj215-road-avoided.ts';
import { advisedAgainst } from './tj301-advised-against.ts';
import { caution } from './tj302-caution.ts';
import { hazard } from './tj303-hazard.ts';
import { authoritiesDiffer } from './tj304-authorities-differ.ts';
import { ownZoneEntered } from './tj305-own-zone.ts';
import { adviceWithdrawn } from './tj306-advice-withdrawn.ts';
import { permitMissing } from './tj401-permit-missing.ts';
import { permitDistrict } from './tj402-permit-district.ts';
import { permitDates } from './tj403-permit-dates.ts';
import { applyBy } from './tj404-apply-by.ts';
import { permitPerhaps } from './tj405-permit-perhaps.ts';
import { unknownPermit } from './tj406-unknown-permit.ts';
import { equipmentPermit } from './tj407-equipment-permit.ts';
import { permitSuspension } from './tj408-permit-suspension.ts';
import { permitChannel } from './tj409-permit-channel.ts';
import { visaMissing } from './tj411-visa-missing.ts';
import { visaDates } from './tj412-visa-dates.ts';
import { stayTooLong } from './tj413-stay-too-long.ts';
import { visaApplyBy } from './tj414-visa-apply-by.ts';
import { entryPoint } from './tj415-entry-point.ts';
import { visaUnsettled } from './tj416-visa-unsettled.ts';
import { passportValidity } from './tj417-passport-validity.ts';
import { dualNational } from './tj418-dual-national.ts';
import { nationalityUnknown } from './tj419-nationality-unknown.ts';
import { passportNotRecognised } from './tj420-passport-not-recognised.ts';
import { visaUnknown } from './tj421-visa-unknown.ts';
import { registration } from './tj422-registration.ts';
import { overstayEdge } from './tj423-overstay-edge.ts';
import { crossingClosed } from './tj431-crossing-closed.ts';
import { crossingUnverified } from './tj432-crossing-unverified.ts';
import { crossingHours } from './tj433-crossing-hours.ts';
import { crossingUnknown } from './tj434-crossing-unknown.ts';
import { roadClosed } from './tj501-road-closed.ts';
import { openingUnknown } from './tj502-opening-unknown.ts';
import { longDay } from './tj503-long-day.ts';
import { afterDark } from './tj504-after-dark.ts';
import { fuelGap } from './tj505-fuel-gap.ts';
import { unfitRoad } from './tj506-unfit-road.ts';
import { seasonDanger } from './tj507-season-danger.ts';
import { farFromHelp } from './tj508-far-from-help.ts';
import { sleepTooHigh } from './tj511-sleep-too-high.ts';
import { climbTooFast } from './tj512-climb-too-fast.ts';
import { noRestDay } from './tj513-no-rest-day.ts';
import { altitudeUnknown } from './tj514-altitude-unknown.ts';
import { insurance } from './tj601-insurance.ts';
import { unknownMitigation } from './tj602-unknown-mitigation.ts';
import { requiredMitigation } from './tj603-required-mitigation.ts';
import { sourceStale } from './tj901-source-stale.ts';
import { reviewBeforeDeparture } from './tj902-review-before-departure.ts';

/** Rules that judge the finished trip. */
export const tripRules: readonly Rule[] = [
  outsideCoverage,
  guessedLeg,
  neighbourCountry,
  noDates,
  otherWay,
  roadAvoided,
  advisedAgainst,
  caution,
  hazard,
  authoritiesDiffer,
  ownZoneEntered,
  adviceWithdrawn,
  permitMissing,
  permitDistrict,
  permitDates,
  applyBy,
  permitPerhaps,
  unknownPermit,
  equipmentPermit,
  permitSuspension,
  permitChannel,
  visaMissing,
  visaDates,
  stayTooLong,
  visaApplyBy,
  entryPoint,
  visaUnsettled,
  passportValidity,
  dualNational,
  nationalityUnknown,
  passportNotRecognised,
  visaUnknown,
  registration,
  overstayEdge,
  crossingClosed,
  crossingUnverified,
  crossingHours,
  crossingUnknown,
  roadClosed,
  openingUnknown,
  longDay,
  afterDark,
  fuelGap,
  unfitRoad,
  seasonDanger,
  farFromHelp,
  sleepTooHigh,
  climbTooFast,
  noRestDay,
  altitudeUnknown,
  insurance,
  unknownMitigation,
  requiredMitigation,
  sourceStale,
  reviewBeforeDeparture,
];

/** Those, and the rules that reading, resolving and routing raise on the way. */
export const rules: readonly RuleMeta[] = [
  ...itineraryRules,
  ...fileRules,
  ...suppressionRules,
  ...baselineRules,
  ...placeRules,
  ...routeRules,
  ...tripRules,
].sort((a, b) => compareText(a.id, b.id));

const byId = new Map(rules.map((rule) => [rule.id, rule]));

export function ruleOf(id: string): RuleMeta {
  const rule = byId.get(id);
  if (!rule) throw new Error(`no rule ${id}`);
  return rule;
}
