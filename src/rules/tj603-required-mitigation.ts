import { requiredBy } from '../checklist/required.ts';
import type { Finding } from '../finding.ts';
import { findingOn, type Rule } from './rule.ts';

export const requiredMitigation: Rule = {
  id: 'TJ603',
  slug: 'required-mitigation',
  severity: 'error',
  title: 'Something that a remote trip needs is not in place',
  what: 'The trip enters an area for which governments recommend it, and `mitigations:` does not list it. tajcheck takes it as required there: help is far, and without it none may come. A warning; an error for what `--require` demands, which may be any open line of the checklist.',
  fix: 'See to it, then list its id under `mitigations:`, or the paper under `visas:` or `permits:`.',
  check: ({ itinerary, knowledge, touches, checklist, require }) => {
    const vouched = new Set(itinerary.mitigations.map(({ id }) => id));
    const about = { subject: 'trip', span: itinerary.spans.mitigations ?? null };
    const isNamed = (id: string): boolean => require.includes('all') || require.includes(id);
    const needed = knowledge.mitigations.flatMap((mitigation) => {
      const words = requiredBy(mitigation, { touches });
      if (words === null || vouched.has(mitigation.id)) return [];
      const severity = isNamed(mitigation.id) || require.includes('required') ? 'error' : 'warning';
      const rest = { args: { key: mitigation.id, words }, sources: mitigation.required!.sources };
      return [findingOn('TJ603', severity, about, rest)];
    });
    const told = new Set(needed.map(({ args }) => args.key));
    const demanded = checklist.filter(({ id, status }) => status === 'open' && isNamed(id) && !told.has(id));
    if (demanded.length === 0) return needed;
    const [{ id, why }] = demanded;
    // They all stand on one line of the file: one finding for the lot.
    const args: Finding['args'] =
      demanded.length === 1
        ? { key: id, words: why }
        : { key: 'demanded', ids: demanded.map((item) => item.id), all: require.includes('all') };
    const sources = [...new Set(demanded.flatMap((item) => item.sources))];
    return [...needed, findingOn('TJ603', 'error', about, { args, sources })];
  },
};
