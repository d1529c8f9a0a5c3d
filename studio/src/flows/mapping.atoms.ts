import type { JsonObject } from '@patchbay/shared/base';
import { atom } from 'jotai';

import type { MappingView } from '#mapping';

import { graphAtom } from './canvas.atoms.ts';
import type { InputNode } from './input-schema.ts';

/** The step whose input is mapped at full width. */
export const mappingAtom = atom<string | undefined>(undefined);
/** That step, as long as it is there and has an input. */
export const mappedNodeAtom = atom((get): InputNode | undefined => {
  const node = get(graphAtom).nodes[get(mappingAtom) ?? ''];
  return node && 'input' in node ? node : undefined;
});
/** How inputs are looked at; the same from step to step. */
export const inputViewAtom = atom<MappingView>('form');

/** A sample a person chose instead of the last run's data. */
export interface ChosenSample {
  id: string;
  document: JsonObject;
}
export const chosenSampleAtom = atom<ChosenSample | undefined>(undefined);
