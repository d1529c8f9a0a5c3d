import { functionCatalogue, type FunctionEntry } from '@patchbay/shared/mapping';

const byName = new Map(functionCatalogue.map((entry) => [entry.name, entry]));

/** The function of a name, with or without its `$`. */
export function functionNamed(name: string): FunctionEntry | undefined {
  return byName.get(name.replace('$', ''));
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
  return [summary, `\`\`\`jsonata\n${shown.join('\n')}\n\`\`\``];
}
