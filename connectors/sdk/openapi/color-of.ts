/** A colour for the tile of what brings none, always the same for a name. */
export function colorOf(name: string): string {
  let hash = 0;
  for (const letter of name) hash = (hash * 31 + letter.charCodeAt(0)) % 360;
  const channel = (shift: number): string => {
    const k = (shift + hash / 30) % 12;
    const light = 0.42 - 0.23 * Math.max(-1, Math.min(k - 3, 9 - k, 1));
    return Math.round(light * 255)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${channel(0)}${channel(8)}${channel(4)}`;
}
