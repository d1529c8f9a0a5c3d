import { useEffect, useReducer, useState } from 'react';

import { cx } from '#ui';

import { ROW } from './field-tree.tsx';

/** A line from a row of the source to a row of the target, by their places in the lists. */
export interface Link {
  key: string;
  from: number;
  to: number;
  /** More than one source makes the field, or code around it. */
  isComputed: boolean;
}

interface MapperLinksProps {
  links: readonly Link[];
  source: HTMLElement | null;
  target: HTMLElement | null;
  lit: (link: Link) => boolean;
  /** A line being drawn: from which row of the source to where the pointer is. */
  drawn?: { from: number; x: number; y: number };
}

/** Lines beyond this would say nothing: those near the rows in sight are drawn. */
const MOST = 150;

/** The lines between the two trees. Ends of rows scrolled away lie on the edge, faintly. */
export function MapperLinks({ links, source, target, lit, drawn }: MapperLinksProps) {
  const [svg, setSvg] = useState<SVGSVGElement | null>(null);
  useScrolls(source, target);
  const box = svg?.getBoundingClientRect();
  const left = source && box ? sideOf(source, box) : undefined;
  const right = target && box ? sideOf(target, box) : undefined;
  const width = box?.width ?? 0;
  const shown = left && right ? inSight(links, left, right) : [];
  return (
    <svg ref={setSvg} aria-hidden className="pointer-events-none absolute inset-0 size-full">
      {left &&
        right &&
        shown.map((link) => {
          const [from, to] = [left.y(link.from), right.y(link.to)];
          return (
            <path
              key={link.key}
              data-link={link.key}
              d={curve(from, to, width)}
              className={cx(
                'fill-none transition-[stroke-width] duration-100',
                lit(link) ? 'stroke-accent stroke-[2.5]' : 'stroke-control stroke-[1.5]',
                !(left.has(link.from) && right.has(link.to)) && 'opacity-30',
              )}
              strokeDasharray={link.isComputed ? '5 3' : undefined}
            />
          );
        })}
      {drawn && left && box && (
        <path
          d={`M 0 ${left.y(drawn.from)} L ${drawn.x - box.left} ${drawn.y - box.top}`}
          className="fill-none stroke-accent stroke-2"
        />
      )}
    </svg>
  );
}

function useScrolls(source: HTMLElement | null, target: HTMLElement | null): void {
  const [, draw] = useReducer((n: number) => n + 1, 0);
  useEffect(() => {
    const sizes = new ResizeObserver(draw);
    const boxes = [source, target].filter((box) => box !== null);
    for (const box of boxes) {
      box.addEventListener('scroll', draw, { passive: true });
      sizes.observe(box);
    }
    return () => {
      sizes.disconnect();
      for (const box of boxes) box.removeEventListener('scroll', draw);
    };
  }, [source, target]);
}

interface Side {
  y: (row: number) => number;
  has: (row: number) => boolean;
}

function sideOf(element: HTMLElement, box: DOMRect): Side {
  const own = element.getBoundingClientRect();
  const top = own.top - box.top;
  const raw = (row: number): number => top + row * ROW + ROW / 2 - element.scrollTop;
  return {
    y: (row) => Math.min(top + own.height - 3, Math.max(top + 3, raw(row))),
    has: (row) => raw(row) >= top && raw(row) <= top + own.height,
  };
}

function inSight(links: readonly Link[], left: Side, right: Side): Link[] {
  return links.filter(({ from, to }) => left.has(from) || right.has(to)).slice(0, MOST);
}

function curve(from: number, to: number, width: number): string {
  return `M 0 ${from} C ${width / 2} ${from}, ${width / 2} ${to}, ${width} ${to}`;
}
