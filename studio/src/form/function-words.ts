import {
  functionCatalogue,
  type FunctionEntry,
  type NamedFunction,
} from '@patchbay/shared/mapping';

import { projectFunctions } from '#lib';

/** Every function that can be called here: those of the project first. */
export function allFunctions(
  own: readonly NamedFunction[] = projectFunctions(),
): readonly FunctionEntry[] {
  return [...own.map(entryOf), ...functionCatalogue];
}

function entryOf({ name, parameters, description, examples }: NamedFunction): FunctionEntry {
  return {
    name,
    args: parameters.join(', '),
    summary: description,
    examples: examples.map(({ expression, result }) => ({ expression, result })),
    group: 'this project',
    signature: '',
    origin: 'project',
  };
}

/** The function of a name, with or without its `$`. */
export function functionNamed(name: string): FunctionEntry | undefined {
  const wanted = name.replace('$', '');
  return allFunctions().find((entry) => entry.name === wanted);
}

/** How it is called: `$substring(text, start, length)`. */
export function callOf({ name, args }: Pick<FunctionEntry, 'name' | 'args'>): string {
  return `$${name}(${args})`;
}

/** What an example gives, as JSON. */
export function resultOf({ result }: FunctionEntry['examples'][number]): string {
  return result === undefined ? 'nothing' : JSON.stringify(result);
}

/** What it does and gives, as Markdown. */
export function wordsOn({ summary, examples }: FunctionEntry): string[] {
  const shown = examples.map((example) => `${example.expression} → ${resultOf(example)}`);
  if (shown.length === 0) return [summary];
  return [summary, `\`\`\`jsonata\n${shown.join('\n')}\n\`\`\``];
}
