type Search<K extends string> = { [name in K]?: string };

/** Reads the named search parameters as texts; anything else in the address is dropped. */
export function readSearch<K extends string>(
  names: readonly K[],
): (raw: Record<string, unknown>) => Search<K> {
  return (raw) => {
    const found: Search<K> = {};
    for (const name of names) {
      const value = raw[name];
      if (typeof value === 'string' && value !== '') found[name] = value;
      else if (typeof value === 'number') found[name] = String(value);
    }
    return found;
  };
}
