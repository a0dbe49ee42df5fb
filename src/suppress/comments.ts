/** Comments of a YAML text that ask for silence, or look as if they did. */
import { Lexer, LineCounter } from 'yaml';
import type { Span } from '../finding.ts';
import { spanBetween } from '../itinerary/spans.ts';

export interface SilencingComment {
  /** From the word `tajcheck-…` to the end of the comment. */
  readonly text: string;
  readonly span: Span;
  /** It begins the comment, or follows a # of its own in it. */
  readonly isFirst: boolean;
  /** Nothing but blanks stands before the comment on its line. */
  readonly isAlone: boolean;
}

/** Our name, or nearly, and a word for silence after it. */
export const wish = /taj[-_ ]?che?c?k[-_:. ]{0,3}(?:ign|ing|igo|dis|sup|sil|skip|mute|noqa|allow|accept)\w*/i;
/** What an instruction has, and a sentence has not. */
const instruction = /\bTJ[\s_-]?\d|\buntil\s+\S*\d|\s--\s/i;

/** Most files have none, and pay for one search. */
export const mayHoldComments = (text: string): boolean => wish.test(text);

/** In the order of the file; not many more than `most`. */
export function findComments(text: string, most = Number.POSITIVE_INFINITY): SilencingComment[] {
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines.addNewLine(at + 1);

  const comments: SilencingComment[] = [];
  let offset = 0;
  let isScalar = false;
  for (const piece of new Lexer().lex(text)) {
    // Marks that the lexer puts between pieces of the text: start of a document, of a scalar, end of brackets.
    if (piece === '\u001f' || piece === '\u0002' || piece === '\u0018') {
      isScalar = piece === '\u001f';
      continue;
    }
    if (piece.startsWith('#') && !isScalar) {
      for (const { begin, end, isFirst } of findWishes(piece)) {
        const lineStart = lines.lineStarts[lines.linePos(offset).line - 1];
        comments.push({
          text: piece.slice(begin, end),
          span: spanBetween(lines, offset + begin, offset + end),
          isFirst,
          isAlone: /^[\s\uFEFF]*$/.test(text.slice(lineStart, offset)),
        });
      }
    }
    if (comments.length > most) return comments;
    isScalar = false;
    offset += piece.length;
  }
  return comments;
}

interface Wish {
  readonly begin: number;
  readonly end: number;
  readonly isFirst: boolean;
}

/** A comment may go on after another # with blanks around it: each part is read by itself. */
function findWishes(comment: string): Wish[] {
  const starts = [0, ...[...comment.matchAll(/\s(?=#+\s)/g)].map(({ index }) => index + 1)];
  return starts.flatMap((start, at) => {
    const part = comment.slice(start, starts[at + 1]);
    const begin = part.search(wish);
    if (begin === -1) return [];
    const own = part.slice(begin).trimEnd();
    const isFirst = /(?:^|\s)#+\s*$/.test(part.slice(0, begin));
    const rest = own.replace(wish, '');
    // A comment may also only speak of such things.
    const isMeant = instruction.test(rest) || (isFirst && (/^tajcheck-\w/i.test(own) || rest.trim() === ''));
    return isMeant ? [{ begin: start + begin, end: start + begin + own.length, isFirst }] : [];
  });
}
