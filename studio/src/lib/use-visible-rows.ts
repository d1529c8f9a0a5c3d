import { useEffect, useState } from 'react';

interface VisibleRows {
  /** Put it on the element that scrolls. */
  box: (element: HTMLElement | null) => void;
  /** The rows in sight and a few around them. */
  rows: { index: number; top: number }[];
  /** Height of all rows together, in px. */
  height: number;
}

const AROUND = 15;

/**
 * Which of many equally high rows are in sight, so that only they are in the page. Ours, because
 * rows here all have one height and what the library offers can't be memoized.
 */
export function useVisibleRows(count: number, rowHeight: number): VisibleRows {
  const [element, box] = useState<HTMLElement | null>(null);
  const [range, setRange] = useState({ first: 0, last: 60 });
  useEffect(() => {
    if (!element) return undefined;
    const look = (): void => {
      const first = Math.max(0, Math.floor(element.scrollTop / rowHeight) - AROUND);
      const last = Math.ceil((element.scrollTop + element.clientHeight) / rowHeight) + AROUND;
      setRange((now) => (now.first === first && now.last === last ? now : { first, last }));
    };
    look();
    const sizes = new ResizeObserver(look);
    sizes.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      sizes.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [element, rowHeight]);
  const first = Math.min(range.first, Math.max(0, count - 1));
  const last = Math.min(range.last, count);
  const rows = Array.from({ length: Math.max(0, last - first) }, (_, i) => ({
    index: first + i,
    top: (first + i) * rowHeight,
  }));
  return { box, rows, height: count * rowHeight };
}
