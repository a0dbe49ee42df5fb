/** Bytes of a file to its rows, or the plain reason why there are none. Each format's reader is loaded when needed. */
import { type DecodeProblem, decodeText } from '../itinerary/decode.ts';
import { limits } from '../itinerary/limits.ts';
import { refuse } from './refuse.ts';
import type { ImportKind, ImportReading } from './rows.ts';

/** As large as a track may be: the waypoints may stand beside tracks. */
export const maxBytes = 20_000_000;

const problems: Record<DecodeProblem, string> = {
  empty: 'is empty',
  'too-large': 'is larger than 20 MB',
  'utf-16': 'is UTF-16 text; save it as UTF-8',
  binary: 'is a binary file, not GPX, KML, GeoJSON or CSV',
  'not-utf-8': 'is not UTF-8 text; save it as UTF-8',
};

const endings: Readonly<Record<string, ImportKind>> = {
  gpx: 'gpx',
  kml: 'kml',
  csv: 'csv',
  tsv: 'csv',
  geojson: 'geojson',
  json: 'geojson',
};

/** `name`: what its ending says counts before what it holds; `kind`, asked for, before both. */
export async function readImport(bytes: Uint8Array, name: string, kind?: ImportKind): Promise<ImportReading> {
  if (bytes.length > maxBytes) return refuse(problems['too-large']);
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] < 9) return refuseZip(name);
  const decoded = decodeText(bytes);
  if ('problem' in decoded) return refuse(problems[decoded.problem]);
  const { text } = decoded;
  switch (kind ?? kindOf(name, text)) {
    case 'gpx':
      return (await import('./read-gpx.ts')).readGpx(text);
    case 'kml':
      return (await import('./read-kml.ts')).readKml(text);
    case 'geojson':
      return (await import('./read-geojson.ts')).readGeojson(text);
    case 'csv':
      if (bytes.length > limits.bytes) return refuse('is a table larger than 1 MiB; no list of stops is');
      if (/^\s*[<{]/.test(text))
        return refuse('is no table: it begins like XML or JSON', 'Say what it is with --type.');
      return (await import('./read-csv.ts')).readCsv(text);
    case null:
      return refuse(
        'is none of GPX, KML, GeoJSON and CSV, by its name or its beginning',
        'If it is a table, say so: --type csv',
      );
  }
}

/** KMZ and the files of spreadsheets are zip archives. */
function refuseZip(name: string): ImportReading {
  if (/\.(xlsx|ods|numbers)$/i.test(name)) {
    return refuse('is a spreadsheet', 'Save it as CSV, in UTF-8, and import that.');
  }
  return refuse('is a zip archive, as KMZ is', 'Unpack it (unzip FILE.kmz) and import the doc.kml inside.');
}

function kindOf(name: string, text: string): ImportKind | null {
  const ending = /\.([a-z]+)$/.exec(name.toLowerCase())?.[1] ?? '';
  if (Object.hasOwn(endings, ending)) return endings[ending];
  const start = text.slice(0, 4096);
  if (/^\s*[{[]/.test(start)) return 'geojson';
  if (/^\s*</.test(start))
    return /<([\w-]+:)?gpx[\s>]/.test(start) ? 'gpx' : /<([\w-]+:)?kml[\s>]/.test(start) ? 'kml' : null;
  // Text without a name, or of another, is a table only where its first line says so.
  const [first] = start.trim().split(/\r\n?|\n/);
  return /\b(place|name|stop|location|town|city|lat|latitude|nights)\b/i.test(first) && /[,;\t]/.test(first)
    ? 'csv'
    : null;
}
