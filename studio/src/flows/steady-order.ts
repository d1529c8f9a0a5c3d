import { useState } from 'react';

/**
 * The items in the order in which they came first; new ones before them. So a list that is loaded
 * again while one reads it does not jump when somebody changes one of them.
 */
export function useSteadyOrder<T extends { id: string }>(items: T[]): T[] {
  const [order, setOrder] = useState<string[]>([]);
  const known = new Set(order);
  const fresh = items.map(({ id }) => id).filter((id) => !known.has(id));
  const next = fresh.length > 0 ? [...fresh, ...order] : order;
  if (next !== order) setOrder(next);
  const at = new Map(next.map((id, place) => [id, place]));
  return items.toSorted((a, b) => (at.get(a.id) ?? 0) - (at.get(b.id) ?? 0));
}
