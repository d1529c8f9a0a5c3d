import { BaseEdge, EdgeLabelRenderer, getBezierPath, type EdgeProps } from '@xyflow/react';
import { useAtomValue } from 'jotai';
import { memo } from 'react';

import { formatNumber } from '#lib';
import { cx } from '#ui';

import { CanvasEdgeAdd } from './canvas-edge-add.tsx';
import { dropWireAtom, farAtom, soleWireAtom, wireCountAtom } from './canvas.atoms.ts';
import type { CanvasEdge as Wire } from './to-xyflow.ts';

/** A wire; after a run it says how many values went through. */
export const CanvasEdge = memo(function CanvasEdge(props: EdgeProps<Wire>) {
  const count = useAtomValue(wireCountAtom(props.id));
  const dropping = useAtomValue(dropWireAtom) === props.id;
  const isSole = useAtomValue(soleWireAtom) === props.id;
  const far = useAtomValue(farAtom);
  const [path, x, y] = getBezierPath({ ...props, curvature: 0.3 });
  const port = props.data?.port;
  return (
    <>
      <BaseEdge
        id={props.id}
        path={path}
        interactionWidth={far ? 0 : 20}
        className={cx(
          'pb-wire',
          port === 'error' && 'pb-wire-error',
          count > 0 && 'pb-wire-used',
          (props.selected === true || dropping) && 'pb-wire-on',
        )}
      />
      {!far && (count > 0 || isSole) && (
        <EdgeLabelRenderer>
          <div
            className="pb-count nodrag nopan"
            style={{ transform: `translate(-50%, -50%) translate(${x}px, ${y}px)` }}
          >
            {count > 0 && <span>{formatNumber(count)}</span>}
            {isSole && <CanvasEdgeAdd edge={props.id} />}
          </div>
        </EdgeLabelRenderer>
      )}
    </>
  );
});
