/**
 * The way that a GPX, KML or GeoJSON file draws. Loaded only when a leg names a track. A file with one bad point is
 * refused whole: dropping points would draw a shorter, perhaps safer way than the one that is driven.
 */
import { decodeText } from './decode.ts';
import { fieldsOf, partsOf, refuse, type TrackReading } from './track-lines.ts';

const maxBytes = 20_000_000;

export async function readTrack(bytes: Uint8Array, filename: string): Promise<TrackReading> {
  if (bytes.length > maxBytes) return refuse('too-large');
  const decoded = decodeText(bytes);
  if ('problem' in decoded) return refuse(decoded.problem === 'empty' ? 'empty' : 'not-text');
  const { text } = decoded;
  switch (/\.[a-z]+$/.exec(filename.toLowerCase())?.[0]) {
    case '.gpx':
      return (await import('./track-xml.ts')).readXml(text, 'gpx');
    case '.kml':
      return (await import('./track-xml.ts')).readXml(text, 'kml');
    case '.geojson':
    case '.json':
      return readGeojson(text);
    default:
      return refuse('unknown-kind');
  }
}

function readGeojson(text: string): TrackReading {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return refuse('not-json');
  }
  const { type, features, geometry } = fieldsOf(json);
  if (type === 'FeatureCollection') {
    return Array.isArray(features)
      ? partsOf(features.map((feature) => fieldsOf(feature).geometry))
      : refuse('wrong-root');
  }
  return partsOf([type === 'Feature' ? geometry : json]);
}
