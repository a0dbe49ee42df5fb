declare module 'geojson-validation' {
  const form: {
    /** What is wrong with the form of a value as GeoJSON, when `trace` is true. */
    valid(value: unknown, trace: true): string[];
  };
  export default form;
}
