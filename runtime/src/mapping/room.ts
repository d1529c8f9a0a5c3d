import { evaluate as evaluateEndpoint } from '@patchbay/shared/mapping';

import type { Room } from '#http';

import type { Evaluate } from './evaluator.ts';

/** The room's doors. */
export function mappingRoom(evaluate: Evaluate): Room {
  return {
    name: 'mapping',
    mount: (api) =>
      api.on(
        evaluateEndpoint,
        async (_ctx, { body }) => ({ results: await evaluate(body.expressions, body.document) }),
        // It may take seconds and writes nothing: a transaction would make everybody wait for it.
        { alone: true },
      ),
  };
}
