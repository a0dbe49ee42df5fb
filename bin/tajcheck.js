#!/usr/bin/env node
/*
 * Starts the bundle in `dist/`. Compiling it is a third of the cost of a short run, so the build keeps what V8 made of
 * each file beside it; a V8 of another version, or a file that has changed since, is compiled as usual.
 */
const { readFileSync, writeFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { join } = require('node:path');
const v8 = require('node:v8');
const { Script } = require('node:vm');
const { crc32 } = require('node:zlib');

// `check` starts threads of this file for a share of its work; other runs need not ask what thread they are.
const isThread = process.argv[2] === '--thread' && !require('node:worker_threads').isMainThread;

// A short run is over before V8's optimiser has earned its cost, a fifth of the whole; a long stream soon passes this.
if (!isThread) v8.setFlagsFromString('--interrupt-budget=1000000');

const dist = join(__dirname, '..', 'dist');
const requireOuter = createRequire(join(dist, 'cli.cjs'));
const modules = new Map();

function load(name) {
  const known = modules.get(name);
  if (known) return known.module.exports;
  const filename = join(dist, name);
  const bytes = readFileSync(filename);
  const sum = crc32(bytes);
  // The build writes ASCII only, and each file as a function of these names.
  const script = new Script(bytes.toString('latin1'), { filename: name, cachedData: readCompiled(filename, sum) });
  const module = { exports: {} };
  modules.set(name, { module, script, filename, sum });
  script.runInThisContext().call(module.exports, module.exports, requireInner, module, filename);
  return module.exports;
}

function requireInner(id) {
  return id.startsWith('./') ? load(id.slice(2)) : requireOuter(id);
}

/**
 * V8's own data behind two checksums: of the source that was compiled, and of the data, which V8 does not check itself.
 * Whatever is not exactly as the build left it is not used.
 */
function readCompiled(filename, sum) {
  let bytes;
  try {
    bytes = readFileSync(`${filename}.v8`);
  } catch {
    return undefined;
  }
  if (bytes.length < 8) return undefined;
  const data = bytes.subarray(8);
  return bytes.readUInt32LE(0) === sum && bytes.readUInt32LE(4) === crc32(data) ? data : undefined;
}

// The build runs the program once with this set, so that the functions a run needs are among what is kept.
if (process.env.TAJCHECK_KEEP_COMPILED) {
  process.on('exit', () => {
    for (const { script, filename, sum } of modules.values()) {
      const data = script.createCachedData();
      const head = Buffer.alloc(8);
      head.writeUInt32LE(sum, 0);
      head.writeUInt32LE(crc32(data), 4);
      writeFileSync(`${filename}.v8`, Buffer.concat([head, data]));
    }
  });
}

if (isThread) load('check.cjs').serve();
else load('cli.cjs');
