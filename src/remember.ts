/** Answers kept, so that a run over many files works out once what the files share: only of what never changes. */

/** By an object that says all that the answer depends on, and as long as it lives. */
export function perObject<V>(): (key: object, make: () => V) => V {
  const known = new WeakMap<object, { readonly value: V }>();
  return (key, make) => {
    let made = known.get(key);
    if (made === undefined) {
      made = { value: make() };
      known.set(key, made);
    }
    return made.value;
  };
}

/** By a text that says so. Of more than `most` the one longest unasked for goes. */
export function perText<V>(most: number): (key: string, make: () => V) => V {
  const known = new Map<string, { readonly value: V }>();
  return (key, make) => {
    const kept = known.get(key);
    const made = kept ?? { value: make() };
    if (kept !== undefined) known.delete(key);
    else if (known.size >= most) known.delete(known.keys().next().value!);
    known.set(key, made);
    return made.value;
  };
}
