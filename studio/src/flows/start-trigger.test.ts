import { exampleGraph, triggersOf } from '@patchbay/shared/flows';
import { expect, test } from 'vitest';

import { firstChoice } from './start-trigger.ts';

const triggers = triggersOf(exampleGraph());

test('a test run starts at the manual trigger, wherever it stands', () => {
  expect(triggers[0]?.kind).toBe('webhook');
  expect(firstChoice(triggers, undefined)?.kind).toBe('manual');
});

test('a test run starts where the last one did', () => {
  expect(firstChoice(triggers, 'hook')?.id).toBe('hook');
});

test('a trigger that is gone is forgotten', () => {
  expect(firstChoice(triggers, 'gone')?.kind).toBe('manual');
});
