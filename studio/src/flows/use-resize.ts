import { useState, type KeyboardEvent, type PointerEvent } from 'react';

interface ResizeOptions {
  /** Under which name the size is kept. */
  name: string;
  start: number;
  min: number;
  max: number;
  /** The side of the pane the handle is on. */
  edge: 'left' | 'top';
}

/** A pane's size that its edge can be dragged to, or moved with the arrow keys; kept for next time. */
export function useResize({ name, start, min, max, edge }: ResizeOptions) {
  const [size, setSize] = useState(() =>
    clamp(Number(localStorage.getItem(`patchbay.${name}`)) || start, min, max),
  );
  const set = (next: number): void => {
    const value = clamp(
      next,
      min,
      Math.min(max, (edge === 'left' ? globalThis.innerWidth : globalThis.innerHeight) * 0.7),
    );
    setSize(value);
    localStorage.setItem(`patchbay.${name}`, String(Math.round(value)));
  };
  const handle = {
    role: 'separator',
    tabIndex: 0,
    'aria-orientation': edge === 'left' ? ('vertical' as const) : ('horizontal' as const),
    'aria-valuenow': Math.round(size),
    'aria-valuemin': min,
    'aria-valuemax': max,
    onPointerDown: (event: PointerEvent<HTMLElement>) =>
      event.currentTarget.setPointerCapture(event.pointerId),
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const pane = event.currentTarget.parentElement?.getBoundingClientRect();
      if (event.buttons !== 1 || !pane) return;
      set(edge === 'left' ? pane.right - event.clientX : pane.bottom - event.clientY);
    },
    onKeyDown: (event: KeyboardEvent) => {
      const by = { ArrowLeft: 16, ArrowUp: 16, ArrowRight: -16, ArrowDown: -16 }[event.key];
      if (by === undefined) return;
      event.preventDefault();
      set(size + by);
    },
  };
  return { size, handle };
}

function clamp(value: number, min: number, max: number): number {
  return Math.min(max, Math.max(min, value));
}
