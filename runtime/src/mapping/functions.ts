import { fail, type Problem } from '@patchbay/shared/base';
import {
  byName,
  checkExamples,
  checkFunction,
  functionsUsed,
  type Evaluation,
  type KeptFunction,
  type NamedFunction,
  type PinnedFunctions,
} from '@patchbay/shared/mapping';

import type { Query } from '#db';
import type { Ctx } from '#http';

import { evaluateWith } from './evaluate-with.ts';
import type { Evaluate } from './evaluator.ts';
import { MappingFunctionEntity } from './function.entity.ts';

interface Row {
  name: string;
  definition: string;
  revision: number;
  updated_at: number;
  updated_by: string;
}

/** The functions of a project, by name. */
export async function readFunctions(query: Query, project: string): Promise<KeptFunction[]> {
  const rows = await query<Row>(
    'select * from mapping_function where project_id = ? order by name',
    [project],
  );
  return rows.map(({ definition, revision, updated_at: updatedAt, updated_by: updatedBy }) => ({
    ...(JSON.parse(definition) as NamedFunction),
    revision,
    updatedAt,
    updatedBy,
  }));
}

/** The same for expressions: names and code. */
export async function projectFunctions(query: Query, project: string): Promise<PinnedFunctions> {
  return byName(await readFunctions(query, project));
}

/** Refuses a function that is none, that breaks one which calls it, or whose examples are wrong. */
export async function assertSound(
  evaluate: Evaluate,
  { query, project }: Pick<Ctx, 'query' | 'project'>,
  own: NamedFunction,
): Promise<void> {
  const others = (await readFunctions(query, project)).filter(({ name }) => name !== own.name);
  const functions = byName([...others, own]);
  refuse(own, checkFunction(own, byName(others)));
  refuse(own, checkExamples(own, await giveExamples(evaluate, own, functions)));
  for (const caller of others) {
    if (!Object.hasOwn(functionsUsed([caller.body], functions), own.name)) continue;
    refuse(own, checkExamples(caller, await giveExamples(evaluate, caller, functions)));
  }
}

function giveExamples(
  evaluate: Evaluate,
  { examples }: NamedFunction,
  functions: PinnedFunctions,
): Promise<Evaluation[]> {
  const texts = examples.map(({ expression }) => expression);
  return evaluateWith(evaluate, texts, { document: {}, functions });
}

function refuse({ name }: NamedFunction, found: (Problem | undefined)[]): void {
  const problems = found.filter((problem) => problem !== undefined);
  const [first] = problems;
  if (!first) return;
  const { hint, at } = first;
  fail('invalid_input', `$${name} can't be saved: ${first.message}`, {
    hint,
    at,
    details: { problems },
  });
}

/** Keeps a function; of an older revision than the one kept it is refused. */
export async function keepFunction(
  ctx: Ctx,
  own: NamedFunction,
  revision: number | undefined,
): Promise<KeptFunction> {
  const { em, actor, project: projectId } = ctx;
  const { name } = own;
  const known = await em.findOne(MappingFunctionEntity, { projectId, name });
  if (known?.revision !== revision) return conflict(name, revision);
  const made = { definition: JSON.stringify(own), updatedAt: ctx.clock(), updatedBy: actor.name };
  const row = known ?? em.create(MappingFunctionEntity, { projectId, name, revision: 1, ...made });
  Object.assign(row, made);
  em.persist(row);
  ctx.audit(`function:${name}`, { definition: own });
  await em.flush();
  return { ...own, ...made, revision: row.revision };
}

function conflict(name: string, revision: number | undefined): never {
  return revision === undefined
    ? fail('conflict', `There is a function $${name} already.`, 'Open that one, or rename this.')
    : fail(
        'conflict',
        `$${name} was changed or deleted meanwhile.`,
        'Open it again, then make your change anew.',
      );
}
