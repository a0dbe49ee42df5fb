/** Makes `dist/`: the packed knowledge and the bundled program. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { compileKnowledge } from '../src/knowledge/compile-knowledge.ts';
import { packKnowledge } from '../src/knowledge/knowledge.ts';
import { manPage } from './man-page.ts';
import { readBasemap } from './read-basemap.ts';
import { readData } from './read-data.ts';

const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist');
mkdirSync(dist, { recursive: true });
for (const name of readdirSync(dist)) if (name.endsWith('.v8')) rmSync(join(dist, name));
const stale = new Set(readdirSync(dist));

const knowledge = compileKnowledge(readData());
/** Whole or not at all: the program may be running while it is built. */
function keep(name: string, bytes: Uint8Array): void {
  writeFileSync(join(dist, `${name}.new`), bytes);
  renameSync(join(dist, `${name}.new`), join(dist, name));
  stale.delete(name);
}

async function bundle(name: string, options: BuildOptions): Promise<void> {
  const { outputFiles } = await build({ ...common, ...options, outfile: join(dist, name), write: false });
  keep(name, Buffer.from(toAscii(outputFiles![0].text)));
}

/** esbuild escapes what is not ASCII in strings, but not in regular expressions; ASCII is read and compiled faster. */
function toAscii(code: string): string {
  return code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const common: BuildOptions = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  minify: true,
  legalComments: 'none',
  // LGPL: used as the separate library it is, and only where somebody brings zones of their own.
  external: ['geojson-validation'],
  define: { __VERSION__: JSON.stringify(version), __DATA_VERSION__: JSON.stringify(knowledge.version) },
  logLevel: 'warning',
};

keep('knowledge.bin', packKnowledge(knowledge));

// The pages that `explain` prints, read by no other command.
const pages = readdirSync(join(root, 'docs', 'rules')).filter((name) => name.startsWith('TJ'));
const pageTexts = pages.map((name) => [basename(name, '.md'), readFileSync(join(root, 'docs', 'rules', name), 'utf8')]);
keep('rules.json', Buffer.from(JSON.stringify(Object.fromEntries(pageTexts))));

const manual = readFileSync(join(root, 'docs', 'tajcheck.1.md'), 'utf8');
keep('tajcheck.1', Buffer.from(manPage(manual, { version, date: knowledge.version.slice(0, 10) })));

// The trip page's script and style, and the base map: read only where a page or a map is made.
const page = await build({
  ...common,
  entryPoints: [join(root, 'src/page/page.ts'), join(root, 'src/page/page.css')],
  platform: 'browser',
  target: 'es2022',
  format: 'iife',
  outdir: dist,
  write: false,
});
for (const { path, text } of page.outputFiles) keep(basename(path), Buffer.from(text));
keep('basemap.json', Buffer.from(JSON.stringify(readBasemap())));

// What draws a PNG: the renderer, and the fonts that text is measured and set in, with their licence.
for (const [name, file] of [
  ['resvg.wasm', '@resvg/resvg-wasm/index_bg.wasm'],
  ['DejaVuSans.ttf', 'dejavu-fonts-ttf/ttf/DejaVuSans.ttf'],
  ['DejaVuSans-Bold.ttf', 'dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf'],
  ['DejaVu-LICENSE.txt', 'dejavu-fonts-ttf/LICENSE'],
]) {
  keep(name, readFileSync(join(root, 'node_modules', file)));
}

// The program: CommonJS, which Node starts faster than ES modules, one file for each lazy `import()`.
const lazy = new Map<string, string>([['src/cli/main.ts', 'cli.cjs']]);
/** Two modules of one name, in two folders, are two files. */
function fileOf(entry: string): string {
  const own = lazy.get(entry);
  if (own !== undefined) return own;
  const short = `${basename(entry, '.ts')}.cjs`;
  const name = [...lazy.values()].includes(short) ? `${basename(dirname(entry))}-${short}` : short;
  lazy.set(entry, name);
  return name;
}
const lazyImports: Plugin = {
  name: 'lazy-imports',
  setup(build) {
    build.onResolve({ filter: /^\./ }, ({ kind, path, resolveDir }) => {
      if (kind !== 'dynamic-import') return undefined;
      return { path: `./${fileOf(relative(root, join(resolveDir, path)))}`, external: true };
    });
  },
};
// Asked for by packages at their start and not needed: commander runs subcommands as programs of their own, which
// tajcheck has none of, and chalk looks at the terminal, which tajcheck does by a rule of its own. 10 ms a run.
const notNeeded: Plugin = {
  name: 'not-needed',
  setup(build) {
    const filter = /^(node:child_process|child_process|#supports-color)$/;
    build.onResolve({ filter }, ({ path, importer }) =>
      /node_modules.(commander|chalk)\b/.test(importer) ? { path, namespace: 'empty' } : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: 'empty' }, () => ({ contents: 'export default {};' }));
  },
};
for (const [entry, name] of lazy) {
  await bundle(name, {
    entryPoints: [join(root, entry)],
    format: 'cjs',
    // `require` in place of `import()`: Node would scan the file for exports first.
    supported: { 'dynamic-import': false },
    define: { ...common.define, 'import.meta.url': '__moduleUrl' },
    // Wrapped as bin/tajcheck.js calls it.
    banner: {
      js: "(function (exports, require, module, __filename) { const __moduleUrl = require('node:url').pathToFileURL(__filename).href;",
    },
    footer: { js: '})' },
    plugins: [lazyImports, notNeeded],
  });
}

// The library: an ES module.
await bundle('index.js', {
  entryPoints: [join(root, 'src/index.ts')],
  format: 'esm',
  minify: false,
  // CommonJS packages inside an ES module bundle still ask for `require`.
  banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
});

// What V8 makes of each file, see bin/tajcheck.js. The functions that a run calls are compiled in the run that keeps them.
const example = join(root, 'examples', 'pamir-highway.yaml');
for (const args of [
  ['plan', example],
  ['where', 'Khorog'],
  ['route', 'Dushanbe', 'Khorog'],
  ['explain', 'gbao'],
  ['places', 'Khorog'],
  ['check', join(root, 'examples'), '--fail-on', 'never', '--allow-empty'],
  ['check', example, '--fail-on', 'never'],
]) {
  const env = { ...process.env, TAJCHECK_KEEP_COMPILED: '1' };
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'bin', 'tajcheck.js'), ...args], { env });
  if (status !== 0) throw new Error(`tajcheck ${args.join(' ')} exited with ${status}: ${stderr}`);
}

for (const name of stale) rmSync(join(dist, name), { recursive: true });
