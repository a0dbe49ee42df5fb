/** Labels along a line of kilometres, in rows so that none covers another. */

export interface RowLabel {
  /** Where it would best be centred. */
  readonly x: number;
  readonly width: number;
  /** Lower is more important. */
  readonly rank: number;
}

export interface PlacedRowLabel<Label> {
  readonly label: Label;
  readonly left: number;
  readonly row: number;
}

export interface LabelRoom {
  readonly from: number;
  readonly to: number;
  /** Rows at most. */
  readonly rows: number;
  /** Between two labels of one row. */
  readonly gap: number;
  readonly stems?: boolean;
}

/**
 * The most important ones first, each in the first row with room for it; those that find none are left out. With stems a
 * line leads from the middle of what is named through all rows before its label's, and crosses no other label.
 */
export function placeInRows<Label extends RowLabel>(
  labels: readonly Label[],
  { from, to, rows, gap, stems = false }: LabelRoom,
): PlacedRowLabel<Label>[] {
  const placed: PlacedRowLabel<Label>[] = [];
  const isFree = ({ x, width }: Label, left: number, row: number): boolean =>
    placed.every((other) => {
      const [start, end] = [other.left, other.left + other.label.width];
      if (other.row === row) return left >= end + gap || left + width + gap <= start;
      if (!stems) return true;
      // The upper label's stem passes the lower label.
      return other.row < row
        ? x < start - 1 || x > end + 1
        : other.label.x < left - 1 || other.label.x > left + width + 1;
    });
  for (const label of labels.toSorted((a, b) => a.rank - b.rank || a.x - b.x)) {
    const { x, width } = label;
    if (width > to - from) continue;
    const lefts = (stems ? [x - width / 2, x - 6, x - width + 6] : [x - width / 2]).map((left) =>
      Math.min(Math.max(left, from), to - width),
    );
    for (let row = 0, done = false; row < rows && !done; row++) {
      const left = lefts.find((at) => isFree(label, at, row));
      if (left === undefined) continue;
      placed.push({ label, left, row });
      done = true;
    }
  }
  return placed;
}
