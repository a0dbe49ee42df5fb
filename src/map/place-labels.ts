/** Labels that do not cover each other: the most important ones first, each at the best free spot around its point. */
import RBush from 'rbush';

/** A label to be set; pixels. */
export interface LabelWish {
  readonly id: string;
  /** The point that it names. */
  readonly x: number;
  readonly y: number;
  /** 0: a mark without a name, which only keeps others away. */
  readonly width: number;
  readonly height: number;
  /** Half the size of the mark at the point, which no label may cover; 0: a name set on the point itself. */
  readonly radius: number;
  readonly rank: number;
}

/** Where the label's left edge and its middle line stand; pixels. */
export interface PlacedLabel {
  readonly id: string;
  readonly left: number;
  readonly middle: number;
}

interface Taken {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
  /** Whose mark it is; a label may touch its own. Null: a label. */
  readonly mark: string | null;
}

/** Pixels between a mark and its label. */
const GAP = 2;

/**
 * Where a label may stand around its point, best first, as cartographers rank them: right above left, above below.
 * Each is the place of the label's centre, in halves of its own size and in radii of the mark.
 */
const spots: readonly (readonly [x: number, y: number])[] = [
  [1, 0],
  [1, -1],
  [1, 1],
  [-1, 0],
  [-1, -1],
  [-1, 1],
  [0, -1],
  [0, 1],
];

/**
 * Sets what fits into `frame` without touching another label or another's mark; labels that find no room are left out.
 * The same wishes give the same places.
 */
export function placeLabels(
  wishes: readonly LabelWish[],
  frame: { readonly width: number; readonly height: number },
): PlacedLabel[] {
  const taken = new RBush<Taken>();
  taken.load(wishes.filter(({ radius }) => radius > 0).map(markOf));
  const ordered = wishes.toSorted((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1));
  return ordered.flatMap((wish): PlacedLabel[] => {
    // A mark without a name.
    if (wish.width === 0) return [];
    for (const box of boxesOf(wish)) {
      const outside = box.minX < 0 || box.minY < 0 || box.maxX > frame.width || box.maxY > frame.height;
      if (outside || taken.search(box).some(({ mark }) => mark !== wish.id)) continue;
      taken.insert({ ...box, mark: null });
      return [{ id: wish.id, left: box.minX, middle: (box.minY + box.maxY) / 2 }];
    }
    return [];
  });
}

const markOf = ({ id, x, y, radius }: LabelWish): Taken => ({
  ...{ minX: x - radius, minY: y - radius, maxX: x + radius, maxY: y + radius },
  mark: id,
});

function boxesOf({ x, y, width, height, radius }: LabelWish): Omit<Taken, 'mark'>[] {
  const [halfWidth, halfHeight] = [width / 2, height / 2];
  const around = radius > 0 ? spots : [[0, 0] as const];
  return around.map(([toSide, toTop]) => {
    // In a corner the mark's own round leaves the label room to come nearer.
    const away = toSide !== 0 && toTop !== 0 ? radius * 0.7 : radius;
    const centreX = x + toSide * (away + GAP + halfWidth);
    const centreY = y + toTop * (toSide === 0 ? away + GAP + halfHeight : away * 0.7 + halfHeight);
    return {
      ...{ minX: centreX - halfWidth, maxX: centreX + halfWidth },
      ...{ minY: centreY - halfHeight, maxY: centreY + halfHeight },
    };
  });
}
