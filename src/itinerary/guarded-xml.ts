/** XML of unknown origin as a document. The parser is large: load this only where there is XML to read. */
import { DOMParser, type Document, ParseError } from '@xmldom/xmldom';
import { placeOf, refuse } from './track-lines.ts';
import type { TrackProblem } from './track-problem.ts';

/** The document, when its root is called `kind`. */
export function parseXml(text: string, kind: 'gpx' | 'kml'): Document | { readonly problem: TrackProblem } {
  // No entity is ever expanded, inside the file or from outside it: a document type is refused before parsing.
  const declared = text.search(/<!(DOCTYPE|ENTITY)/i);
  if (declared !== -1) return refuse('entity', placeOf(text, declared));
  try {
    const document = new DOMParser({
      onError: (level, message) => {
        if (level !== 'warning') throw new Error(message);
      },
    }).parseFromString(text, 'text/xml');
    return document.documentElement?.localName === kind ? document : refuse('wrong-root');
  } catch (error) {
    const locator = error instanceof ParseError ? error.locator : undefined;
    return refuse('not-xml', { line: locator?.lineNumber || null, column: locator?.columnNumber || null });
  }
}
