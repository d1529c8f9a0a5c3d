import { z } from 'zod';

import { writeContent } from '#sdk';

/** The key that an action works on. */
export const key = z.string().min(1).meta({
  title: 'Key',
  'x-placeholder': 'customer:42',
  'x-order': 1,
});

/** A value as it is stored. */
export const value = z.any().meta({
  title: 'Value',
  description: 'Text is stored as it is, everything else as JSON.',
  'x-order': 2,
});

/** Which end of a list. */
export const side = z
  .enum(['left', 'right'])
  .default('right')
  .meta({ title: 'End', 'x-enumTitles': ['Front', 'Back'], 'x-order': 3 });

/** Values by name. */
export const fields = z
  .record(z.string(), z.any())
  .refine((given) => Object.keys(given).length > 0, 'name at least one field')
  .meta({
    title: 'Fields',
    description: 'Text is stored as it is, everything else as JSON.',
    minProperties: 1,
    'x-order': 2,
  });

/** Names and values in turn, as commands take them. */
export function toPairs(given: Record<string, unknown>): string[] {
  return Object.entries(given).flatMap(([name, one]) => [name, writeContent(one)]);
}

/** What `toPairs` wrote. */
export function fromPairs(list: string[]): Record<string, string> {
  const pairs = Array.from({ length: list.length / 2 }, (_, at) => list.slice(2 * at, 2 * at + 2));
  return Object.fromEntries(pairs) as Record<string, string>;
}
