import { fail } from '@patchbay/shared/base';
import * as endpoints from '@patchbay/shared/mapping';

import type { Ctx, Room } from '#http';

import { evaluateWith } from './evaluate-with.ts';
import type { Evaluate } from './evaluator.ts';
import { functionUses } from './function-uses.ts';
import { assertSound, keepFunction, projectFunctions, readFunctions } from './functions.ts';

/** Evaluating may take seconds: in a transaction it would make everybody wait for it. */
const ALONE = { alone: true };

/** The room's doors. */
export function mappingRoom(evaluate: Evaluate): Room {
  return {
    name: 'mapping',
    mount: (api) => {
      api.on(
        endpoints.evaluate,
        async ({ query, project }, { body: { expressions, document } }) => {
          const functions = await projectFunctions(query, project);
          return { results: await evaluateWith(evaluate, expressions, { document, functions }) };
        },
        ALONE,
      );
      api.on(endpoints.listFunctions, async ({ query, project }) => ({
        items: await readFunctions(query, project),
      }));
      api.on(endpoints.functionUses, (ctx, { params }) => functionUses(ctx, params.name));
      api.on(
        endpoints.saveFunction,
        async (ctx, { params, body: { revision, ...rest } }) => {
          const own = { ...rest, ...params };
          await assertSound(evaluate, ctx, own);
          return keepFunction(ctx, own, revision);
        },
        ALONE,
      );
      api.on(endpoints.deleteFunction, (ctx, { params }) => deleteFunction(ctx, params.name));
    },
  };
}

async function deleteFunction(ctx: Ctx, name: string): Promise<{ ok: true }> {
  const rows = await ctx.query(
    'delete from mapping_function where project_id = ? and name = ? returning name',
    [ctx.project, name],
  );
  if (rows.length === 0)
    fail('not_found', `There is no function $${name}.`, 'It may have been deleted already.');
  ctx.audit(`function:${name}`);
  return { ok: true };
}
