import type { JsonObject } from '@patchbay/shared/base';
import { atom } from 'jotai';

import type { MappingView } from '#mapping';

/** The step whose input is mapped at full width. */
export const mappingAtom = atom<string | undefined>(undefined);
/** How inputs are looked at; the same from step to step. */
export const inputViewAtom = atom<MappingView>('form');

/** A sample a person chose instead of the last run's data. */
export interface ChosenSample {
  id: string;
  document: JsonObject;
}
export const chosenSampleAtom = atom<ChosenSample | undefined>(undefined);
