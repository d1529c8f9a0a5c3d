import { useCallback, useEffect, useState } from 'react';

interface VisibleRows {
  /** Put it on the element that scrolls. */
  box: (element: HTMLElement | null) => void;
  /** The rows in sight and a few around them. */
  rows: { index: number; top: number }[];
  /** Height of all rows together, in px. */
  height: number;
  /** Scrolls to a row that is not in sight. */
  show: (index: number) => void;
}

/** Rows around those in sight; as many are scrolled before others take their place. */
const AROUND = 16;
const STEP = 8;

/**
 * Which of many equally high rows are in sight, so that only they are in the page. Ours, because
 * rows here all have one height and what the library offers can't be memoized.
 */
export function useVisibleRows(count: number, rowHeight: number): VisibleRows {
  const [element, box] = useState<HTMLElement | null>(null);
  const [range, setRange] = useState({ first: 0, size: 60 });
  useEffect(() => {
    if (!element) return undefined;
    const look = (): void => {
      const at = Math.floor(element.scrollTop / rowHeight / STEP) * STEP;
      const first = Math.max(0, at - AROUND);
      const size = Math.ceil(element.clientHeight / rowHeight) + STEP + 2 * AROUND;
      setRange((now) => (now.first === first && now.size === size ? now : { first, size }));
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
  const show = useCallback(
    (index: number): void => {
      if (!element) return;
      const top = index * rowHeight;
      const { scrollTop, clientHeight } = element;
      if (top < scrollTop) element.scrollTo({ top });
      else if (top + rowHeight > scrollTop + clientHeight)
        element.scrollTo({ top: top + rowHeight - clientHeight });
    },
    [element, rowHeight],
  );
  // As many at the ends as in the middle, so that the page never grows or shrinks.
  const first = Math.max(0, Math.min(range.first, count - range.size));
  const last = Math.min(first + range.size, count);
  const rows = Array.from({ length: Math.max(0, last - first) }, (_, i) => ({
    index: first + i,
    top: (first + i) * rowHeight,
  }));
  return { box, rows, height: count * rowHeight, show };
}
