#!/usr/bin/env node
/*
 * Starts the bundle in `dist/`. Compiling it is a third of the cost of a short run, so the build keeps what V8 made of
 * each file beside it; a V8 of another version, or a file that has changed since, is compiled as usual.
 */
const { readFileSync, writeFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { join } = require('node:path');
const { Script } = require('node:vm');
const { crc32 } = require('node:zlib');

const dist = join(__dirname, '..', 'dist');
const requireOuter = createRequire(join(dist, 'cli.cjs'));
const modules = new Map();

function load(name) {
  const known = modules.get(name);
  if (known) return known.module.exports;
  const filename = join(dist, name);
  const bytes = readFileSync(filename);
  const sum = crc32(bytes);
  // The bundler writes ASCII only.
  const source = `(function (exports, require, module, __filename) {${bytes.toString('latin1')}\n})`;
  const script = new Script(source, { filename, cachedData: readCompiled(filename, sum) });
  const module = { exports: {} };
  modules.set(name, { module, script, filename, sum });
  script.runInThisContext().call(module.exports, module.exports, requireInner, module, filename);
  return module.exports;
}

function requireInner(id) {
  return id.startsWith('./') ? load(id.slice(2)) : requireOuter(id);
}

/** The checksum of the source that was compiled, then V8's own data. */
function readCompiled(filename, sum) {
  try {
    const bytes = readFileSync(`${filename}.v8`);
    return bytes.readUInt32LE(0) === sum ? bytes.subarray(4) : undefined;
  } catch {
    return undefined;
  }
}

// The build runs the program once with this set, so that the functions a run needs are among what is kept.
if (process.env.TAJCHECK_KEEP_COMPILED) {
  process.on('exit', () => {
    for (const { script, filename, sum } of modules.values()) {
      const head = Buffer.alloc(4);
      head.writeUInt32LE(sum);
      writeFileSync(`${filename}.v8`, Buffer.concat([head, script.createCachedData()]));
    }
  });
}

load('cli.cjs');
