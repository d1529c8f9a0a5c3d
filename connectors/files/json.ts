import { z } from 'zod';

import { defineAction, fileOf, fileOutput, invalidInput } from '#sdk';

import { encodingField, sourceFields, sourceText } from './source.ts';

/** Reads JSON. */
export const readJson = defineAction({
  title: 'Read a JSON file',
  description: 'Gives the value of a JSON file, or the list of values of a file with one a line.',
  tags: ['json', 'jsonl', 'ndjson', 'parse', 'import'],
  input: z.strictObject({
    ...sourceFields,
    lines: z.boolean().default(false).meta({ title: 'One value a line', 'x-order': 10 }),
    encoding: encodingField,
  }),
  output: z.object({ value: z.any().meta({ title: 'Value' }) }),
  sample: { text: '{"name":"Ann"}' },
  sampleOutput: { value: { name: 'Ann' } },
  effects: { reads: true },
  run: async ({ input }) => {
    const text = sourceText(input, input.encoding);
    return { value: input.lines ? parseLines(text) : parseValue(text) };
  },
});

/** Writes JSON. */
export const writeJson = defineAction({
  title: 'Write a JSON file',
  description: 'Makes a JSON file of any value.',
  tags: ['json', 'jsonl', 'ndjson', 'export'],
  input: z.strictObject({
    value: z.any().meta({ title: 'Value', 'x-order': 1 }),
    name: z.string().min(1).default('value.json').meta({ title: 'Name', 'x-order': 2 }),
    layout: z
      .enum(['compact', 'indented', 'lines'])
      .default('compact')
      .meta({
        title: 'Layout',
        'x-enumTitles': ['Compact', 'Indented', 'A list: one value a line'],
        'x-order': 3,
      }),
  }),
  output: fileOutput,
  sample: { value: { name: 'Ann' } },
  sampleOutput: {
    name: 'value.json',
    type: 'application/json',
    size: 14,
    base64: 'eyJuYW1lIjoiQW5uIn0=',
  },
  effects: { reads: true },
  run: async ({ input: { value, name, layout } }) => {
    return fileOf(name, Buffer.from(layout === 'lines' ? linesOf(value) : textOf(value, layout)));
  },
});

function parseValue(text: string, line?: number): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    const says = error instanceof SyntaxError ? error.message : '';
    const where = line === undefined ? 'The text' : `Line ${line}`;
    throw invalidInput(`${where} is not JSON: ${says.slice(0, 200)}`, {
      hint: 'Check the file; when it holds one value a line, choose that.',
      field: 'file',
    });
  }
}

function parseLines(text: string): unknown[] {
  const lines = text.split(/\r?\n/).map((line, place) => ({ line, place: place + 1 }));
  return lines.filter(({ line }) => line.trim()).map(({ line, place }) => parseValue(line, place));
}

function textOf(value: unknown, layout: 'compact' | 'indented'): string {
  return JSON.stringify(value ?? null, undefined, layout === 'indented' ? 2 : undefined);
}

function linesOf(value: unknown): string {
  if (!Array.isArray(value)) {
    throw invalidInput('One value a line needs a list.', { field: 'value' });
  }
  return value.map((one) => `${textOf(one, 'compact')}\n`).join('');
}
