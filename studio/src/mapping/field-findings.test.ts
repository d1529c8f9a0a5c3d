import type { JsonSchema } from '@patchbay/shared/catalog';
import { checkMapping } from '@patchbay/shared/mapping';
import { describe, expect, it } from 'vitest';

import { targetOf } from './connect-fields.ts';
import { countWords, fieldFindings, findingsAt } from './field-findings.ts';
import { mappingKnowledge } from './mapping-knowledge.ts';

const schema: JsonSchema = {
  type: 'object',
  required: ['name', 'due'],
  properties: {
    name: { type: 'string' },
    due: { type: 'string' },
    lines: { type: 'array', items: { type: 'object', properties: { qty: { type: 'number' } } } },
  },
};
const sample = { id: 7, customer: 'Ada', lines: [{ qty: 1, sku: 'a' }, { qty: 2 }] };
const roots = [
  { path: ['trigger'], title: 'Trigger', sample },
  { path: ['steps', 'crm'], title: 'CRM', sample: undefined },
];

const check = (text: string) => {
  const { findings } = checkMapping(text, mappingKnowledge(roots, schema));
  return { findings, fields: fieldFindings(findings, targetOf(schema, text)) };
};

describe('what was found at the fields of a target', () => {
  const { findings, fields } = check(
    '{ "name": trigger.id, "lines": trigger.lines[].{ "qty": quantity } }',
  );

  it('puts each finding at its field', () => {
    const kinds = [...fields].map(([key, all]) => [key, ...all.map(({ kind }) => kind)]);
    expect(new Map(kinds.map(([key, ...rest]) => [key, rest]))).toEqual(
      new Map([
        ['["name"]', ['wrong-type']],
        ['["due"]', ['missing-field']],
        ['["lines",0,"qty"]', ['unknown-path']],
      ]),
    );
  });

  it('shows at a folded field what was found inside it', () => {
    expect(findingsAt(fields, ['lines'], false)).toEqual([]);
    expect(findingsAt(fields, ['lines'], true).map(({ kind }) => kind)).toEqual(['unknown-path']);
  });

  it('counts what is missing, wrong and doubtful', () => {
    expect(countWords(findings)).toBe('1 required field missing, 1 error, 1 warning');
    expect(countWords([])).toBe('');
  });
});

describe('what is known of a document', () => {
  const whole = (name: string, due: string): string => `{ "name": ${name}, "due": ${due} }`;

  it.each([
    ['a step that gave nothing yet may give anything', 'steps.crm.name', []],
    ['a step that is not before this one is none', 'steps.gone.name', ['unknown-path']],
    ['there is an item only in a loop', 'item.name', ['unknown-path']],
  ])('%s', (_, name, kinds) => {
    expect(check(whole(name, '"x"')).findings.map(({ kind }) => kind)).toEqual(kinds);
  });

  it('knows the item of a loop', () => {
    const inLoop = [
      { path: ['item'], title: 'Item', sample: { name: 'Ada' } },
      { path: ['index'], title: 'Place', sample: 0 },
    ];
    const { findings } = checkMapping(
      whole('item.name', '$string(index)'),
      mappingKnowledge(inLoop, schema),
    );
    expect(findings).toEqual([]);
  });
});
