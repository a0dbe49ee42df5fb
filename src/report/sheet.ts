/** The trip sheet: one page of plain text for somebody at home, that prints on A4 and survives e-mail. */
import type { Assessment } from '../assessment.ts';
import { cropText, textWidth } from '../terminal/width.ts';
import { wrap } from '../terminal/wrap.ts';
import { makePrintable } from './pretty/printable.ts';
import { sayDate } from './pretty/words.ts';
import { type SheetRow, type SheetSection, sheetRows, sheetTitle } from './sheet-rows.ts';
import { sayUnread } from './unread.ts';

/** One page of A4 in a fixed-width face of 10 points. */
const LINES = 60;
const COLUMNS = 78;
/** Of the labels. */
const LABEL = 22;

export function reportSheet(raw: Assessment): string {
  const assessment = makePrintable(raw);
  const sections = sheetRows(assessment);
  // No-break spaces have done their work; few messengers keep them.
  return `${fold(assessment, sections).join('\n').replaceAll('\u00a0', ' ')}\n`;
}

interface Folding {
  /** Rows that each section keeps; a section that is not named keeps all. */
  readonly kept: Readonly<Partial<Record<SheetSection['id'], number>>>;
  /** Lines that each row may take. */
  readonly most: number;
}

/** What is folded first matters least in an alarm. */
const steps: readonly { readonly id: SheetSection['id']; readonly least: number }[] = [
  { id: 'nights', least: 12 },
  { id: 'silence', least: 8 },
  { id: 'who', least: 4 },
  { id: 'nights', least: 4 },
  { id: 'silence', least: 4 },
];

/** A list keeps its first rows and says how many were left out; only rows that are still too long are shortened. */
function fold(assessment: Assessment, sections: readonly SheetSection[]): string[] {
  let kept: Folding['kept'] = {};
  for (const most of [MOST_LINES, 2, 1]) {
    const fits = (): boolean => layOut(assessment, sections, { kept, most }).length <= LINES;
    for (const { id, least } of steps) {
      const rows = sections.find((section) => section.id === id)!.rows.length;
      for (let keep = kept[id] ?? rows; keep >= least && !fits(); keep--) kept = { ...kept, [id]: keep };
    }
    if (fits()) return layOut(assessment, sections, { kept, most });
  }
  return layOut(assessment, sections, { kept, most: 1 });
}

/** A route of a hundred stops would fill the page. */
const MOST_LINES = 5;

function layOut(assessment: Assessment, sections: readonly SheetSection[], { kept, most }: Folding): string[] {
  return [
    ...shorten(wrap(sheetTitle(assessment), COLUMNS, 0, 2), 2),
    ...wrap(sayFooting(assessment), COLUMNS),
    ...sayUnread(assessment).flatMap((gap) => wrap(gap, COLUMNS)),
    ...sections.flatMap((section) => [
      '',
      ...wrap(section.title.toUpperCase(), COLUMNS, 0, 2),
      ...foldRows(section, kept[section.id]).flatMap((row) => shorten(layOutRow(row), most)),
    ]),
  ];
}

const sayFooting = ({ asOf, tool }: Assessment): string =>
  `For somebody at home, to keep until they are back. Fill in what is blank. Made on ${sayDate(asOf)} by tajcheck ${tool.version}. Places: GeoNames (CC BY 4.0), OpenStreetMap (ODbL).`;

function foldRows({ id, rows }: SheetSection, keep = rows.length): readonly SheetRow[] {
  const left = rows.slice(keep);
  if (left.length === 0) return rows;
  const what = id === 'nights' ? `more stops, from “${left[0].label}” on` : 'more';
  return [
    ...rows.slice(0, keep),
    { label: '', value: `and ${left.length} ${what}: --format html or markdown has all` },
  ];
}

function layOutRow({ label, value }: SheetRow): string[] {
  const gap = Math.max(1, LABEL - textWidth(label));
  return wrap(`${label}${' '.repeat(gap)}${value}`, COLUMNS, 0, LABEL);
}

/** At most so many lines; the last one ends in an ellipsis where more were. */
function shorten(lines: readonly string[], most: number): readonly string[] {
  return lines.length <= most ? lines : [...lines.slice(0, most - 1), `${cropText(lines[most - 1], COLUMNS - 2)} …`];
}
