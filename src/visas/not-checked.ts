/** What was not looked at of visas, passports and registration. */
import type { Trip } from '../rules/trip.ts';

export function listUncheckedPapers({
  itinerary: { party },
  visas,
  registration,
}: Trip): { subject: string; why: string }[] {
  const list: { subject: string; why: string }[] = [];
  const read = visas.filter(({ terms }) => terms !== null);
  const foreign = read.filter(({ check }) => check.regime !== 'citizen');
  if (party.length > 0 && visas.length === 0) {
    return [
      { subject: 'visas', why: 'The trip does not enter the country: no visa was checked, nor those of others.' },
    ];
  }
  if (read.length < Math.max(1, party.length)) {
    const whose = read.length === 0 ? 'No nationality is known' : 'The nationality of some is not known';
    list.push({ subject: 'visas', why: `${whose}: visas, registration and passports were not checked for them.` });
  }
  if (foreign.length < read.length) {
    list.push({
      subject: 'passports',
      why: 'Whether the passports of citizens of the country are good was not checked.',
    });
  }
  if (foreign.length === 0) return list;
  list.push({
    subject: 'visas',
    why: 'Days spent in the country before this trip are not in the file and were not counted; nor was it checked what is printed on a visa beyond what the file says, or whether a traveller is let in.',
  });
  if (foreign.some(({ check }) => check.days === null)) {
    list.push({ subject: 'visas', why: 'Without the days of the trip the length of stay was not checked.' });
  }
  const silent = foreign.filter(
    ({ traveller }) => traveller.passport.expires === null || traveller.passport.blankPages === null,
  );
  if (silent.length > 0) {
    list.push({
      subject: 'passports',
      why: `The file does not give the expiry and the blank pages of ${silent.length === foreign.length ? 'the' : 'some'} passports: what it does not give was not checked.`,
    });
  }
  if (registration !== null && registration.length > 0) {
    list.push({ subject: 'registration', why: 'Registering again at each new address was not checked.' });
  }
  return list;
}
