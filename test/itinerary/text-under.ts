import type { Span } from '../../src/finding.ts';

/** The stretch of a file that a span marks, so that a test can name what it expects to be underlined. */
export function textUnder(text: string, span: Span | null): string | null {
  if (span === null) return null;
  const lines = text.split('\n');
  if (span.line === span.endLine) return lines[span.line - 1].slice(span.column - 1, span.endColumn - 1);
  const between = lines.slice(span.line, span.endLine - 1);
  return [
    lines[span.line - 1].slice(span.column - 1),
    ...between,
    lines[span.endLine - 1].slice(0, span.endColumn - 1),
  ].join('\n');
}
