import type { Regime } from '../knowledge/schema/parts.ts';
import { sayChannel } from '../permits/message.ts';
import { findingAt, type Rule } from './rule.ts';

export const permitChannel: Rule = {
  id: 'TJ409',
  slug: 'permit-channel',
  severity: 'info',
  title: 'The permit is needed whatever the visa: the ways to get it',
  what: 'Those who need no visa need the permit all the same, and for those who need an e-Visa it can be part of the same form. Each way has its own fee and its own last day.',
  fix: 'Choose one of the ways, and mind which of them must be done before you enter the country.',
  check: ({ permits, visas }) =>
    permits.flatMap(({ check, permit, touches }) => {
      if (check.status !== 'missing' || touches.length === 0 || check.channels.length < 2) return [];
      const regimes = new Set(
        visas.flatMap(({ check: { regime, nationality } }): Regime[] =>
          regime === null || permit.exempt?.includes(nationality) ? [] : [regime],
        ),
      );
      const visaFree = regimes.has('visa-free');
      const ownVisa = check.channels.find(({ withVisa }) => withVisa !== null && regimes.has(withVisa))?.withVisa;
      if (!visaFree && !ownVisa) return [];
      const isGiven = visas.some(({ check: { regime }, held }) => regime === ownVisa && held.length > 0);
      return [
        findingAt('TJ409', 'info', touches[0], {
          args: {
            permit: check.type,
            name: check.name,
            visaFree,
            given: isGiven ? (ownVisa ?? null) : null,
            channels: check.channels.map(sayChannel),
          },
          sources: [...new Set(check.channels.flatMap(({ sources }) => sources))],
        }),
      ];
    }),
};
