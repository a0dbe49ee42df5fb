/** A terminal as a picture: what a program printed, read back cell by cell from a terminal without a screen. */
import { spawn } from '@lydell/node-pty';
import headless, { type IBufferCell } from '@xterm/headless';
import { escapeXml } from '../src/report/escape-xml.ts';

const CELL = { width: 8.4, height: 18 };
const PAD = 16;
/** Of the sixteen colours, those of a common dark theme; contrast of 4.5 and more on the background. */
const BACKGROUND = '#14161b';
const FOREGROUND = '#d7dae0';
const palette = [
  '#14161b', '#ff7b72', '#7ee787', '#e3b341', '#79c0ff', '#d2a8ff', '#56d4dd', '#d7dae0',
  '#8b949e', '#ffa198', '#a5f3b0', '#f2cc60', '#a5d6ff', '#e2c5ff', '#8ae6ec', '#ffffff',
]; // biome-ignore format: two rows of eight

interface Screen {
  readonly columns: number;
  /** The first lines of what was printed. */
  readonly rows: number;
}

/** What the program prints on a terminal of that width, as SVG. */
export async function pictureOf(program: string, args: readonly string[], { columns, rows }: Screen): Promise<string> {
  const terminal = new headless.Terminal({ cols: columns, rows, scrollback: 10_000, allowProposedApi: true });
  const env = { PATH: process.env.PATH, TERM: 'xterm-256color', LANG: 'C.UTF-8' };
  const running = spawn(program, [...args], { cols: columns, rows, name: 'xterm-256color', env });
  let printed = '';
  running.onData((text) => {
    printed += text;
  });
  await new Promise<void>((done) => running.onExit(() => done()));
  await new Promise<void>((done) => terminal.write(printed, done));
  const lines = Array.from({ length: rows }, (_, row) => drawLine(terminal, row, columns));
  const [width, height] = [Math.ceil(columns * CELL.width + 2 * PAD), rows * CELL.height + 2 * PAD];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
<rect width="${width}" height="${height}" rx="8" fill="${BACKGROUND}"/>
<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="14" fill="${FOREGROUND}" xml:space="preserve">
${lines.filter((line) => line !== '').join('\n')}
</g>
</svg>
`;
}

interface Run {
  readonly start: number;
  text: string;
  cells: number;
  readonly style: string;
}

function drawLine(terminal: headless.Terminal, row: number, columns: number): string {
  const line = terminal.buffer.active.getLine(row);
  const runs: Run[] = [];
  for (let column = 0; column < columns; column += 1) {
    const cell = line?.getCell(column);
    if (cell === undefined || cell.getWidth() === 0) continue;
    const style = styleOf(cell);
    const last = runs.at(-1);
    const text = cell.getChars() || ' ';
    if (last?.style === style && !(last.text.endsWith('  ') && text !== ' ')) {
      last.text += text;
      last.cells += cell.getWidth();
    } else runs.push({ start: column, text, cells: cell.getWidth(), style });
  }
  return runs
    .filter(({ text }) => text.trim() !== '')
    .map(({ start, text, style }) => {
      const lead = text.length - text.trimStart().length;
      const shown = text.trim();
      const x = (PAD + (start + lead) * CELL.width).toFixed(1);
      const y = (PAD + (row + 0.75) * CELL.height).toFixed(1);
      // Set to its cells, whatever the font.
      return `<text x="${x}" y="${y}" textLength="${(shown.length * CELL.width).toFixed(1)}"${style}>${escapeXml(shown)}</text>`;
    })
    .join('');
}

function styleOf(cell: IBufferCell): string {
  const colour = cell.isFgPalette() ? palette[cell.getFgColor()] : null;
  const fill = colour === null || colour === undefined ? '' : ` fill="${colour}"`;
  const weight = cell.isBold() ? ' font-weight="bold"' : '';
  const dim = cell.isDim() ? ' opacity="0.7"' : '';
  const line = cell.isUnderline() ? ' text-decoration="underline"' : '';
  return `${fill}${weight}${dim}${line}`;
}
