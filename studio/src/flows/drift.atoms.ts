import { isTrigger, type FlowNode } from '@patchbay/shared/flows';
import {
  documentShape,
  shapeChanges,
  type NamedFunction,
  type ShapeChange,
} from '@patchbay/shared/mapping';
import type { ProductionShapes } from '@patchbay/shared/runs';
import { atom } from 'jotai';
import { atomFamily } from 'jotai-family';

import { nodeAtom } from './canvas.atoms.ts';

/** What production payloads look like; empty before the live version ran. */
export const shapesAtom = atom<ProductionShapes>({ usual: {}, latest: {} });
/** Functions of the project; expressions of the flow may call them. */
export const functionsAtom = atom<readonly NamedFunction[]>([]);

/** How the newest payloads differ from the usual ones. */
export const driftAtom = atom((get): ShapeChange[] => {
  const { usual, latest } = get(shapesAtom);
  return shapeChanges(documentShape(usual), documentShape(latest));
});

const NONE: ShapeChange[] = [];

/** The differences in what one node gives. */
export const nodeDriftAtom = atomFamily((id: string) =>
  atom((get): ShapeChange[] => {
    const all = get(driftAtom);
    const node = get(nodeAtom(id));
    if (all.length === 0 || !node) return NONE;
    const own = all.filter(({ path }) => isFrom(path, node));
    return own.length > 0 ? own : NONE;
  }),
);

function isFrom([root, key]: readonly string[], node: FlowNode): boolean {
  return isTrigger(node) ? root === 'trigger' : root === 'steps' && key === node.key;
}
