export interface NumberBounds {
  min?: number;
  max?: number;
  /** Only whole numbers. */
  whole?: boolean;
}

/** A number out of what somebody typed, or why it is none that will do. */
export function readNumber(
  text: string,
  { min = -Infinity, max = Infinity, whole = false }: NumberBounds,
): { value: number } | { wrong: string } {
  const value = text.trim() === '' ? Number.NaN : Number(text);
  if (Number.isNaN(value)) return { wrong: 'Type a number.' };
  if (whole && !Number.isInteger(value)) return { wrong: 'Type a whole number.' };
  if (value < min) return { wrong: `At least ${WORDS.format(min)}.` };
  if (value > max) return { wrong: `At most ${WORDS.format(max)}.` };
  return { value };
}

const WORDS = new Intl.NumberFormat('en', { maximumFractionDigits: 3 });
