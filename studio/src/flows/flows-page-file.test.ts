import { emptyGraph, exampleGraph } from '@patchbay/shared/flows';
import { testDraftSchema } from '@patchbay/shared/testing';
import { describe, expect, it } from 'vitest';

import { fileNameOf, flowFileOf, readFlowFile } from './flows-page-file.ts';

describe('a flow as a file', () => {
  it('comes back as it was written', () => {
    const file = flowFileOf({ name: 'Orders', graph: exampleGraph() });
    expect(readFlowFile(JSON.stringify(file))).toEqual({ ok: true, file });
  });

  it('takes its tests along, without what belongs to this copy of them', () => {
    const draft = testDraftSchema.parse({
      name: 'Prices',
      scope: { kind: 'node', node: 'a' },
      input: { trigger: 1 },
      checks: [{ kind: 'equals', value: 2 }],
    });
    const tests = [{ ...draft, id: 't1', updatedAt: 1, updatedBy: 'Ada' }];
    const file = flowFileOf({ name: 'Orders', graph: emptyGraph() }, { tests });
    expect(file.tests).toEqual([draft]);
    expect(readFlowFile(JSON.stringify(file))).toEqual({ ok: true, file });
  });

  it('says of other files what they are not', () => {
    const texts = ['', '{', '[1]', '{"format":"other/1"}', '{"format":"patchbay-flow/1"}'];
    const read = texts.map((text) => readFlowFile(text));
    expect(read.map((one) => one.ok)).toEqual([false, false, false, false, false]);
    const last = read.at(-1);
    expect(last?.ok === false && last.problem.message).toBe('This is not a Patchbay flow file.');
  });

  it('refuses a key that would reach into every object', () => {
    const text = JSON.stringify(flowFileOf({ name: 'x', graph: emptyGraph() }));
    expect(readFlowFile(text.replace('"vars":{}', '"vars":{"__proto__":{"a":1}}')).ok).toBe(false);
  });

  it('makes a file name of any name', () => {
    expect(fileNameOf('Orders → <script>')).toBe('orders-script.patchbay.json');
    expect([fileNameOf('…'), fileNameOf('x'.repeat(10_000)).length]).toEqual([
      'flow.patchbay.json',
      74,
    ]);
  });
});
