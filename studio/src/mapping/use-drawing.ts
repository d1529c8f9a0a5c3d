import { useEffect, useRef, useState, type PointerEvent as ReactPointerEvent } from 'react';

import type { SourceNode } from './source-tree.ts';
import type { TargetNode } from './target-tree.ts';

interface Line {
  node: SourceNode;
  x: number;
  y: number;
  /** Key of the target row under the pointer. */
  over?: string;
}

interface DrawingOptions {
  connect: (source: SourceNode, target: TargetNode) => void;
  targetAt: (key: string) => TargetNode | undefined;
}

const EDGE = 36;
const SPEED = 14;
/** A press that moves less is a click: it picks the source up for the keyboard's way. */
const CLICK = 4;

/** Drawing a line: by dragging, or by picking a source up and choosing a target. */
export function useDrawing({ connect, targetAt }: DrawingOptions) {
  const [line, setLine] = useState<Line>();
  const [picked, setPicked] = useState<SourceNode>();
  const options = useRef({ connect, targetAt });
  const stop = useRef<() => void>(undefined);
  useEffect(() => {
    options.current = { connect, targetAt };
  });
  useEffect(() => () => stop.current?.(), []);
  const start = (node: SourceNode, event: ReactPointerEvent): void => {
    if (event.button !== 0) return;
    // Without this the drag would select text.
    event.preventDefault();
    const from = { x: event.clientX, y: event.clientY };
    stop.current = follow({
      onMove: (x, y) => {
        if (Math.hypot(x - from.x, y - from.y) > CLICK) setLine({ node, x, y, over: keyAt(x, y) });
      },
      onEnd: (x, y) => {
        setLine(undefined);
        if (Math.hypot(x - from.x, y - from.y) <= CLICK) return setPicked(node);
        const target = options.current.targetAt(keyAt(x, y) ?? '');
        if (target) options.current.connect(node, target);
      },
      onCancel: () => setLine(undefined),
    });
  };
  const drop = (target: TargetNode): void => {
    if (picked) connect(picked, target);
    setPicked(undefined);
  };
  return { line, picked, start, drop, pick: setPicked, cancel: () => setPicked(undefined) };
}

function keyAt(x: number, y: number): string | undefined {
  const row = document
    .elementFromPoint(x, y)
    ?.closest<HTMLElement>('[data-side=target] [data-row]');
  return row?.dataset.row;
}

interface Follower {
  onMove: (x: number, y: number) => void;
  onEnd: (x: number, y: number) => void;
  onCancel: () => void;
}

/** Follows the pointer until it is let go; near the edges of a tree that tree scrolls. */
function follow({ onMove, onEnd, onCancel }: Follower): () => void {
  const gone = new AbortController();
  const at = { x: 0, y: 0 };
  let frame = 0;
  const scroll = (): void => {
    scrollNear(at.x, at.y);
    frame = requestAnimationFrame(scroll);
  };
  const stop = (): void => {
    gone.abort();
    cancelAnimationFrame(frame);
  };
  const options = { signal: gone.signal };
  globalThis.addEventListener(
    'pointermove',
    ({ clientX, clientY }) => {
      Object.assign(at, { x: clientX, y: clientY });
      onMove(clientX, clientY);
    },
    options,
  );
  globalThis.addEventListener(
    'pointerup',
    ({ clientX, clientY }) => {
      stop();
      onEnd(clientX, clientY);
    },
    options,
  );
  const cancel = (): void => {
    stop();
    onCancel();
  };
  globalThis.addEventListener('pointercancel', cancel, options);
  globalThis.addEventListener('keydown', ({ key }) => key === 'Escape' && cancel(), options);
  frame = requestAnimationFrame(scroll);
  return stop;
}

function scrollNear(x: number, y: number): void {
  const tree = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-side] [role=tree]');
  const box = tree?.getBoundingClientRect();
  if (!tree || !box) return;
  if (y < box.top + EDGE) tree.scrollTop -= SPEED;
  else if (y > box.bottom - EDGE) tree.scrollTop += SPEED;
}
