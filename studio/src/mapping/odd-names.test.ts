import type { JsonSchema } from '@patchbay/shared/catalog';
import { checkMapping, evaluateExpression } from '@patchbay/shared/mapping';
import { describe, expect, it } from 'vitest';

import { connect, targetOf } from './connect-fields.ts';
import { madeUpSample } from './made-up-sample.ts';
import { mappingKnowledge } from './mapping-knowledge.ts';
import { childrenOf as sourceFields, rootNode, sourceRows, valuesOf } from './source-tree.ts';
import { childrenOf, rootOf, targetRows } from './target-tree.ts';

const NAMES = [
  'a.b',
  'with space',
  'quo"te',
  'back`tick',
  "apos'",
  '😀',
  'in',
  '0',
  '$x',
  'ü',
  '\\',
];

describe('keys that are no plain names', () => {
  it.each(NAMES)('%s is read, written and checked as any other', async (name) => {
    const sample = { [name]: { [name]: 7 } };
    const schema: JsonSchema = { type: 'object', properties: { [name]: { type: 'number' } } };
    const root = { path: ['trigger'], title: 'Trigger', sample };
    const [outer] = sourceFields(rootNode(root));
    const [inner] = outer ? sourceFields(outer) : [];
    const target = targetOf(schema, '{}');
    const [field] = childrenOf(target, rootOf(target));
    if (!inner || !field) throw new Error('not found');
    const text = connect('{}', schema, inner, field);
    const found = await evaluateExpression(text, { trigger: sample });
    expect(found).toEqual({ ok: true, text: JSON.stringify({ [name]: 7 }) });
    expect(checkMapping(text, mappingKnowledge([root], schema)).findings).toEqual([]);
  });

  it('"__proto__" is shown as what it is, and refused with words where it would be a result', async () => {
    const sample: unknown = JSON.parse('{ "__proto__": { "admin": true }, "constructor": 1 }');
    const root = rootNode({ path: ['trigger'], title: 'Trigger', sample });
    expect(sourceFields(root).map(({ title }) => title)).toEqual(['__proto__', 'constructor']);
    const found = await evaluateExpression('{ "__proto__": trigger.a }', { trigger: { a: 1 } });
    expect(found).toMatchObject({ ok: false, problem: { code: 'expression_failed' } });
    const bare = { path: ['trigger'], title: 'Trigger', sample: { a: 1 } };
    const { findings } = checkMapping('trigger.toString', mappingKnowledge([bare], undefined));
    expect(findings.map(({ kind }) => kind)).toEqual(['unknown-path']);
  });
});

describe('a schema that holds itself', () => {
  const schema: JsonSchema = {
    $ref: '#/$defs/person',
    $defs: {
      person: {
        type: 'object',
        required: ['name'],
        properties: {
          name: { type: 'string' },
          boss: { $ref: '#/$defs/person' },
          team: { type: 'array', items: { $ref: '#/$defs/person' } },
        },
      },
      loop: { $ref: '#/$defs/loop' },
    },
  };

  it('is drawn, checked and made up within bounds', () => {
    const text = '{ "name": trigger.name, "boss": { "boss": { "nmae": 1 } } }';
    const root = { path: ['trigger'], title: 'Trigger', sample: undefined, schema };
    expect(targetRows(targetOf(schema, text), new Set(), '').length).toBeLessThan(100);
    expect(sourceRows([root], new Set()).length).toBeLessThan(100);
    expect(valuesOf([root], 'leaves').length).toBeLessThanOrEqual(2000);
    const { findings } = checkMapping(text, mappingKnowledge([root], schema));
    expect(findings.map(({ field }) => field?.join('.'))).toContain('boss.name');
    expect(JSON.stringify(madeUpSample(schema)).length).toBeLessThan(20_000);
    const loop: JsonSchema = { $ref: '#/$defs/loop', $defs: schema.$defs };
    expect(madeUpSample(loop)).toBeNull();
  });
});
