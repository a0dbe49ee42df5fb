/** A trip that carries a hostile text wherever an itinerary may hold text. */

/** JSON is YAML; each text on a line of its own, so that frames show it. */
export function ladenTrip(texts: readonly string[]): string {
  const at = { lat: 37.6, lon: 71.6 };
  const trip = {
    title: texts[0],
    start: '2027-07-03',
    party: [{ nationality: 'US' }, ...texts.map((text) => ({ name: text, nationality: text, age: text }))],
    checkIn: { at: texts[0], with: texts[0], phone: texts.at(-1), lateHours: texts[0] },
    travel: texts[0],
    equipment: texts,
    stops: [
      { place: 'Khorog', nights: 2 },
      ...texts.map((text) => ({ place: text, at, nights: 0, track: text, via: [text] })),
      { place: 'Murghab', nights: 1 },
      // Places that nobody knows.
      ...texts,
    ],
    entry: { place: texts[0], by: texts[0] },
    permits: [
      { type: 'gbao', districts: texts, from: texts[0], to: texts[0] },
      ...texts.map((text) => ({ type: text, from: '2027-07-01', to: '2027-08-01' })),
    ],
    visas: texts.map((text) => ({ nationality: 'US', type: text, entries: text })),
    mitigations: texts,
    ...Object.fromEntries(texts.map((text) => [`key ${text}`, text])),
  };
  const json = JSON.stringify(trip, null, 2);
  // A comment ends with its line, and a file with a NUL in it is no text.
  const comments = texts
    .map((text) => text.replaceAll('\0', ' ').replace(/[\r\n\u0085\u2028\u2029]/g, ' '))
    .flatMap((text) => [
      `# tajcheck-ignore-file TJ301 until 2027-09-01 -- ${text}`,
      `# tajcheck-ignore-file ${text}`,
      `# tajcheck-ignore TJ901 until ${text}`,
    ]);
  return `${comments.join('\n')}\n${json}\n`;
}

/** An operator's zone around Khorog, named and worded by somebody else. */
export function ladenZones(texts: readonly string[]): string {
  const ring = (at: number) => {
    const [west, south] = [71.3 + at / 1000, 37.3];
    return [[west, south], [west + 0.5, south], [west + 0.5, south + 0.5], [west, south + 0.5], [west, south]]; // biome-ignore format: a ring
  };
  return JSON.stringify({
    type: 'FeatureCollection',
    features: texts.map((text, at) => ({
      type: 'Feature',
      properties: { id: `own-zone-${at}`, name: text, words: text, restriction: 'caution', source: text },
      geometry: { type: 'Polygon', coordinates: [ring(at)] },
    })),
  });
}
