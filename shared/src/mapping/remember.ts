/** Texts longer than this are worked out each time: keeping them would cost more than it saves. */
const LONGEST = 20_000;

/**
 * The same function, remembering what it gave for the last `most` texts. Whoever gets a result
 * must not change it: others get the same.
 */
export function remember<T extends object>(
  work: (text: string) => T,
  most = 4000,
): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const made = work(text);
    if (text.length > LONGEST) return made;
    // Maps keep their order, so the first key is the oldest.
    if (known.size >= most) known.delete(known.keys().next().value ?? '');
    known.set(text, made);
    return made;
  };
}
