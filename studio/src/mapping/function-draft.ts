import { parseJson, type Problem } from '@patchbay/shared/base';
import {
  byName,
  checkExamples,
  checkFunction,
  type KeptFunction,
  type NamedFunction,
} from '@patchbay/shared/mapping';

import { evaluateLocally } from '#lib';

/** A function as a person writes it: parameters and results are texts. */
export interface FunctionDraft {
  name: string;
  parameters: string;
  body: string;
  description: string;
  examples: { expression: string; result: string }[];
}

export const NEW_FUNCTION: FunctionDraft = {
  name: '',
  parameters: '',
  body: '',
  description: '',
  examples: [{ expression: '', result: '' }],
};

export function draftOf(own: NamedFunction): FunctionDraft {
  const examples = own.examples.map(({ expression, result }) => ({
    expression,
    result: result === undefined ? '' : JSON.stringify(result),
  }));
  return { ...own, parameters: own.parameters.join(', '), examples };
}

/** The function of a draft. A result that is no JSON is taken as the text it is. */
export function functionOf(draft: FunctionDraft): NamedFunction {
  const { name, body, description } = draft;
  const parameters = draft.parameters.split(/[\s,$]+/).filter((one) => one !== '');
  const examples = draft.examples
    .filter(({ expression }) => expression.trim() !== '')
    .map(({ expression, result }) => ({ expression, ...resultOf(result) }));
  return { name, parameters, body, description, examples };
}

function resultOf(text: string): Pick<NamedFunction['examples'][number], 'result'> {
  if (text.trim() === '') return {};
  const parsed = parseJson(text);
  return { result: parsed.ok ? parsed.value : text };
}

/** What is wrong with it, and with each of its examples. */
export interface FunctionFindings {
  problems: Problem[];
  examples: (Problem | undefined)[];
}

export async function checkDraft(
  own: NamedFunction,
  others: readonly KeptFunction[],
): Promise<FunctionFindings> {
  const problems = checkFunction(own, byName(others));
  if (problems.length > 0) return { problems, examples: [] };
  const texts = own.examples.map(({ expression }) => expression);
  const functions = { ...byName(others), [own.name]: own };
  const results = await evaluateLocally(texts, {}, functions);
  return { problems, examples: checkExamples(own, results) };
}
