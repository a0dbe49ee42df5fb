/** How much an itinerary may hold. Real trips stay far below; a hostile file stops here. */
export const limits = {
  /** Bytes of the whole file: 1 MiB. */
  bytes: 1_048_576,
  /** Lexical pieces of YAML; one stop in full needs some 40. */
  pieces: 100_000,
  /** Brackets and lists inside each other, as the YAML parser counts them; a plain itinerary needs 8. */
  depth: 32,
  /** Uses of YAML aliases (`*name`). */
  aliases: 100,
  /** Stops, and entries of every other list or group of keys. */
  entries: 500,
  /** Characters of one text. */
  text: 200,
} as const;

/** The numbers an itinerary may write, ends included. */
export const ranges = {
  nights: [0, 365],
  age: [0, 120],
  count: [1, 500],
  blankPages: [0, 100],
  days: [1, 3660],
  /** A week. */
  lateHours: [1, 168],
  lat: [-90, 90],
  lon: [-180, 180],
} as const;
