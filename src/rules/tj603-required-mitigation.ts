import { demandedOn, requiredBy } from '../checklist/required.ts';
import { REGISTRATION } from '../checklist/visa-items.ts';
import type { Finding } from '../finding.ts';
import { findingOn, type Rule } from './rule.ts';

export const requiredMitigation: Rule = {
  id: 'TJ603',
  slug: 'required-mitigation',
  severity: 'error',
  title: 'Something that a remote trip needs is not in place',
  what: 'The trip enters an area for which governments recommend it, and `mitigations:` does not list it. tajcheck takes it as required there: help is far, and without it none may come. A warning; an error for what `--require` or the policy demands, which may be any open line of the checklist. What is demanded by its name is demanded on every trip. A demand from a level on holds where an authority that gates gives that level anywhere on the trip, also where the way is only guessed.',
  fix: 'See to it, then list its id under `mitigations:`, or the paper under `visas:` or `permits:`.',
  check: (trip) => {
    const { itinerary, knowledge, touches, checklist } = trip;
    const require = demandedOn(trip);
    const vouched = new Set(itinerary.mitigations.map(({ id }) => id));
    const about = { subject: 'trip', span: itinerary.spans.mitigations ?? null };
    /** Args of a finding that the operator asks for; null: nobody does. */
    const demandOf = (...words: string[]) => {
      const levels = words.flatMap((word) => require.get(word) ?? (require.has(word) ? [0] : []));
      if (levels.length === 0) return null;
      return { policy: 'demanded', since: Math.min(...levels) || null };
    };
    const needed = knowledge.mitigations.flatMap((mitigation) => {
      const words = requiredBy(mitigation, { touches });
      if (words === null || vouched.has(mitigation.id)) return [];
      const demand = demandOf('all', 'required', mitigation.id);
      const rest = { args: { key: mitigation.id, words, ...demand }, sources: mitigation.required!.sources };
      return [findingOn('TJ603', demand === null ? 'warning' : 'error', about, rest)];
    });
    const told = new Set(needed.map(({ args }) => args.key));
    const listed = new Set(checklist.map(({ id }) => id));
    const open = [
      ...checklist.filter(({ id, status }) => status === 'open' && demandOf('all', id) !== null),
      // Asked for by its name it is asked for on every trip, on those too that do not call for it by themselves. Whether
      // a stay must be registered is worked out for each trip.
      ...knowledge.mitigations.filter(({ id }) => demandOf(id) !== null && !listed.has(id) && id !== REGISTRATION),
    ];
    const demanded = open.filter(({ id }) => !told.has(id) && !vouched.has(id));
    if (demanded.length === 0) return needed;
    const [{ id, why }] = demanded;
    // They all stand on one line of the file: one finding for the lot.
    const args: Finding['args'] =
      demanded.length === 1
        ? { key: id, words: why, ...demandOf('all', id) }
        : { key: 'demanded', ids: demanded.map((item) => item.id), all: require.has('all'), policy: 'demanded' };
    const sources = [...new Set(demanded.flatMap((item) => item.sources))];
    return [...needed, findingOn('TJ603', 'error', about, { args, sources })];
  },
};
