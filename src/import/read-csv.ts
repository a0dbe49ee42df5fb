/** A table of stops: comma, semicolon or tab between the fields, with or without a row that names the columns. */
import Papa from 'papaparse';
import { columnsOf, meantColumn, saysWhere } from './columns.ts';
import type { Column, ImportReading, LeftOut, Row } from './rows.ts';

const separators = [',', ';', '\t'] as const;

/** Titles of a spreadsheet may stand above the header. */
const mostAbove = 10;

interface Line {
  /** Line of the file where it begins; a quoted field may hold more lines. */
  readonly line: number;
  readonly fields: readonly string[];
}

interface Table {
  readonly lines: readonly Line[];
  /** Line of the first quote that is not closed, or has text behind it. */
  readonly badQuote: number | null;
  /** Place of the header in `lines`; -1 without one. */
  readonly header: number;
  readonly columns: ReadonlyMap<Column, number>;
}

export function readCsv(written: string): ImportReading {
  const unified = written.replace(/\r\n?/g, '\n');
  // What spreadsheets write above a table to say how it is separated.
  const said = /^sep=([,;\t])\n/i.exec(unified);
  const text = said ? unified.replace(/^.*/, '') : unified;
  const tables = (said ? [said[1]] : separators).map((separator) => readTable(text, separator));
  const table = tables.reduce((best, other) => (isBetter(other, best) ? other : best));
  if (table.badQuote !== null) {
    const words = 'has a quoted field that is not closed, or goes on behind its closing quote';
    return { problem: { words, line: table.badQuote, hint: 'A quote inside a quoted field is written twice: ""' } };
  }
  return table.header === -1 ? readBare(table.lines) : readNamed(table);
}

function readTable(text: string, delimiter: string): Table {
  const lines: Line[] = [];
  let badQuote: number | null = null;
  let start = 0;
  let line = 1;
  Papa.parse<string[]>(text, {
    delimiter,
    newline: '\n',
    step: ({ data, errors, meta }) => {
      const quote = errors.find(({ type }) => type === 'Quotes');
      if (quote !== undefined) badQuote ??= line + countBreaks(text.slice(start, quote.index));
      const fields = data.map((field) => field.trim());
      if (fields.some((field) => field !== '')) lines.push({ line, fields });
      line += countBreaks(text.slice(start, meta.cursor));
      start = meta.cursor;
    },
  });
  const header = lines.slice(0, mostAbove).findIndex(({ fields }) => saysWhere(columnsOf(fields)));
  return { lines, badQuote, header, columns: columnsOf(lines[header]?.fields ?? []) };
}

const countBreaks = (text: string): number => text.split('\n').length - 1;

/** The separator that makes a header of known columns; without one, that which parts the first row of a sound table. */
function isBetter(table: Table, than: Table): boolean {
  if (table.columns.size !== than.columns.size) return table.columns.size > than.columns.size;
  const [own, other] = [table, than].map(({ lines, header }) => lines[Math.max(header, 0)]?.fields.length ?? 0);
  if (table.header === -1 && (table.badQuote === null) !== (than.badQuote === null)) return table.badQuote === null;
  return own > other;
}

const isDaily = (columns: ReadonlyMap<Column, number>): boolean =>
  columns.has('arrival') && !columns.has('nights') && !columns.has('departure');

function readNamed({ lines, header, columns }: Table): ImportReading {
  const { line, fields: names } = lines[header];
  const known = new Set(columns.values());
  const above = lines.slice(0, header).map((each) => leftOut(each, 'it stands above the names of the columns'));
  const unknown = names.flatMap((name, at): LeftOut[] => {
    const used = lines.slice(header + 1).some(({ fields }) => (fields[at] ?? '') !== '');
    if (known.has(at) || !used) return [];
    const meant = meantColumn(name);
    const why = meant === null ? 'import has no use for it' : `its name is not known; did you mean ${meant}?`;
    return [{ where: `line ${line}`, what: name === '' ? `the column ${at + 1}` : `the column "${name}"`, why }];
  });
  const rows = lines.slice(header + 1).map(({ line, fields }): Row => {
    const isShifted = fields.slice(names.length).some((field) => field !== '');
    const cells = Object.fromEntries([...columns].map(([column, at]) => [column, fields[at] ?? '']));
    return { where: `line ${line}`, cells, isShifted };
  });
  return { title: null, rows, leftOut: [...above, ...unknown], remarks: [], lines: [], isDaily: isDaily(columns) };
}

/** Without names of columns the first is the place; others only where every value of the column is plain. */
function readBare(lines: readonly Line[]): ImportReading {
  const named = columnsOf(lines[0]?.fields ?? []);
  if (named.size > 0) {
    const words = `names the columns ${[...named.keys()].join(', ')}, and none that says where`;
    return {
      problem: { words, line: lines[0].line, hint: 'Call the column of the places place, or give lat and lon.' },
    };
  }
  const width = Math.max(0, ...lines.map(({ fields }) => fields.length));
  const columns = new Map<Column, number>([['place', 0]]);
  const unused: LeftOut[] = [];
  for (let at = 1; at < width; at++) {
    const values = lines.map(({ fields }) => fields[at] ?? '').filter((value) => value !== '');
    const column = plainColumn(values);
    if (column !== null && !columns.has(column)) columns.set(column, at);
    else if (values.length > 0) {
      const why = 'the file does not name its columns; write a first line such as place,nights';
      unused.push({ where: `line ${lines[0].line}`, what: `the column ${at + 1}`, why });
    }
  }
  const names: Partial<Record<Column, string>> = { place: 'places', nights: 'nights', arrival: 'dates of arrival' };
  const taken = [...columns].map(([column, at]) => `column ${at + 1} as ${names[column]}`);
  return {
    title: null,
    rows: lines.map(({ line, fields }) => ({
      where: `line ${line}`,
      cells: Object.fromEntries([...columns].map(([column, at]) => [column, fields[at] ?? ''])),
    })),
    leftOut: unused,
    remarks: lines.length === 0 ? [] : [`The file does not name its columns: ${taken.join(', ')}.`],
    lines: [],
    isDaily: isDaily(columns),
  };
}

function plainColumn(values: readonly string[]): Column | null {
  if (values.length === 0) return null;
  if (values.every((value) => /^\d{4}-\d{2}-\d{2}$/.test(value))) return 'arrival';
  return values.every((value) => /^\d{1,2}$/.test(value)) ? 'nights' : null;
}

const leftOut = ({ line, fields }: Line, why: string): LeftOut => ({
  where: `line ${line}`,
  what: fields.filter((field) => field !== '').join(' '),
  why,
});
