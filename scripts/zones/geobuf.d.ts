declare module 'geobuf' {
  import type { PbfReader } from 'pbf';
  export function decode(pbf: PbfReader): GeoJSON.GeoJSON;
}
