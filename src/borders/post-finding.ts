import type { Finding, Severity } from '../finding.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { BorderPost } from '../knowledge/schema/places.ts';
import { findingOn } from '../rules/rule.ts';
import type { Passage } from './passages.ts';

export type PostPassage = Passage & { readonly post: BorderPost };

/** Those by a known post; out and back by one post on one day counts once. */
export function passagesByPost(passages: readonly Passage[]): PostPassage[] {
  return passages.filter((passage, at): passage is PostPassage => {
    const last = passages[at - 1];
    const isBack = last?.post === passage.post && last.subject === passage.subject && last.date === passage.date;
    return passage.post !== null && !isBack;
  });
}

/** A finding about the post of a passage: it names the newest text on it. */
export function findingOnPost(
  rule: string,
  severity: Severity,
  passage: PostPassage,
  { knowledge }: { readonly knowledge: Pick<Knowledge, 'sources'> },
  args: Finding['args'],
): Finding {
  const { post } = passage;
  const newest = post.statements.find(({ date }) => /^\d/.test(date));
  const newer = newest && post.statusDate !== null && newest.date > post.statusDate ? newest : null;
  return findingOn(rule, severity, passage, {
    confidence: passage.confidence,
    args: {
      key: `${passage.kind} ${post.id}`,
      kind: passage.kind,
      post: post.name,
      statusDate: post.statusDate,
      publisher: knowledge.sources[post.sources[0]].publisher,
      words: post.words,
      newer: newer?.says ?? null,
      newerBy: newer && knowledge.sources[newer.sources[0]].publisher,
      newerDate: newer?.date ?? null,
      ...args,
    },
    sources: [...new Set([...(newer?.sources ?? []), ...post.sources])],
  });
}
