/** The ids from one row to another, whichever is higher; without the first, the other alone. */
export function rangeOf(rows: { id: string }[], from: string | undefined, to: string): string[] {
  const ends = [from, to].map((id) => rows.findIndex((row) => row.id === id));
  const [start = -1, end = -1] = ends.toSorted((a, b) => a - b);
  return start < 0 ? [to] : rows.slice(start, end + 1).map(({ id }) => id);
}
