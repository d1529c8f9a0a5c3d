/** How long the canvas glides to where it shall be, in ms: not at all for who wants no motion. */
export function glide(ms: number): { duration: number } {
  const still = globalThis.matchMedia('(prefers-reduced-motion: reduce)').matches;
  return { duration: still ? 0 : ms };
}
