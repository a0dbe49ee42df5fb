import type { PassageCheck } from '../assessment/papers.ts';
import type { Passage } from './passages.ts';

/** A passage as reports show it. */
export function assessPassage({ post, span: _, ...passage }: Passage): PassageCheck {
  const { kind, subject, date, by, neighbour, place, confidence } = passage;
  return {
    ...{ kind, subject, date, by, neighbour, place, confidence },
    post: post?.id ?? null,
    status: post?.status ?? null,
    foreigners: post?.foreigners ?? null,
    statusDate: post?.statusDate ?? null,
    words: post?.words ?? null,
    hours: post?.hours ?? null,
    sources: post ? [...post.sources] : [],
  };
}
