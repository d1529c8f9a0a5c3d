import { canonicalText, problem, type Problem } from '#base';

import { mistakesIn } from './check-mapping.ts';
import type { Evaluation } from './endpoints.ts';
import { functionTypes } from './function-catalogue.ts';
import {
  lambdaHead,
  lambdaOf,
  type NamedFunction,
  type PinnedFunctions,
} from './named-function.ts';
import { parseTree } from './parse-tree.ts';
import { referencesOf } from './references.ts';

const RESERVED = new Set(['eval']);

/**
 * What keeps a function from being one: its name, its parameters, a body that does not parse or
 * that sees more than it is given. `at.field` says which part, `at.offset` where in the body.
 */
export function checkFunction(own: NamedFunction, others: PinnedFunctions): Problem[] {
  const { name, parameters, body } = own;
  const problems: Problem[] = [];
  const add = (message: string, hint: string, at: { field: string; offset?: number }): void =>
    void problems.push(problem('invalid_input', message, { hint, at }));
  if (functionTypes.has(name) || RESERVED.has(name))
    add(`There is a function $${name} already.`, 'Choose another name.', { field: 'name' });
  if (new Set(parameters).size < parameters.length)
    add('Two parameters have the same name.', 'Rename one of them.', { field: 'parameters' });
  return [...problems, ...checkBody(body, own, { ...others, [name]: own })];
}

function checkBody(body: string, own: NamedFunction, functions: PinnedFunctions): Problem[] {
  const parsed = parseTree(body);
  if (!parsed.ok) return [{ ...parsed.problem, at: { ...parsed.problem.at, field: 'body' } }];
  const shift = lambdaHead(own.parameters).length;
  const mistakes = mistakesIn(lambdaOf(own), functions).map(({ message, hint, start }) => ({
    message,
    hint,
    offset: Math.max(0, start - shift),
  }));
  return [...mistakes, ...readsOutside(body)].map(({ message, hint, offset }) =>
    problem('expression_invalid', message, { hint, at: { field: 'body', offset } }),
  );
}

/** A function gives the same for the same arguments, so it can't look at the data of a run. */
function readsOutside(body: string): { message: string; hint: string; offset: number }[] {
  const { roots, places, unknown, whole } = referencesOf(body);
  const hint = 'Give it what it needs as a parameter, and read that: $name.';
  const names = unknown.map(({ name, offset }) => ({
    message: `A function sees only its parameters, so there is no "${name}" in it.`,
    hint,
    offset,
  }));
  if (!whole && roots.size === 0) return names;
  const message = 'A function sees only its parameters, not the data of the run.';
  return [...names, { message, hint, offset: places[0]?.start ?? 0 }];
}

/** The examples that gave something else than they say, from what evaluating each gave. */
export function checkExamples(
  { examples }: Pick<NamedFunction, 'examples'>,
  results: readonly (Evaluation | undefined)[],
): (Problem | undefined)[] {
  return examples.map(({ expression, result }, i) => {
    const found = results[i];
    const at = { field: `examples.${i}` };
    if (found && !found.ok) return { ...found.problem, at: { ...found.problem.at, ...at } };
    const value = found?.value;
    if (canonicalText(value) === canonicalText(result)) return undefined;
    const given = value === undefined ? 'nothing' : JSON.stringify(value);
    const said = result === undefined ? 'nothing' : JSON.stringify(result);
    const hint = 'Mend the function, or say what the example really gives.';
    const message = `The example ${expression} gives ${given}, not ${said}.`;
    return problem('invalid_input', message, { hint, at });
  });
}
