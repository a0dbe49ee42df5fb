/** Patterns for itineraries that were there before, under names that tajcheck does not take by itself. */

/** A file with its path below the folder, with `/`. */
export interface YamlFile {
  readonly path: string;
  readonly text: string;
}

/** By its name it is checked without being asked for. */
export const isNamedTrip = (path: string): boolean => /\.trip\.ya?ml$/.test(path);

const looksLikeTrip = ({ text }: YamlFile): boolean => /^stops:/m.test(text);

/** One pattern for a folder of nothing but itineraries; single files elsewhere. */
export function patternsFor(files: readonly YamlFile[]): string[] {
  const others = files.filter(({ path }) => !isNamedTrip(path));
  const trips = others.filter(looksLikeTrip);
  const patterns = trips.map(({ path }) => {
    const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
    const extension = path.slice(path.lastIndexOf('.'));
    const beside = others.filter((other) => isBeside(other.path, folder) && other.path.endsWith(extension));
    return folder !== '' && beside.every(looksLikeTrip) ? `${escaped(folder)}/*${extension}` : escaped(path);
  });
  return [...new Set(patterns)].sort();
}

const isBeside = (path: string, folder: string): boolean =>
  path.startsWith(`${folder}/`) && !path.slice(folder.length + 1).includes('/');

/** Signs that a pattern gives a meaning to, as themselves. */
const escaped = (path: string): string => path.replace(/[*?[\](){}]/g, '[$&]').replace(/^[!~]/, './$&');
