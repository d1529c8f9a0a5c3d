import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { checkGraph } from './check-graph.ts';
import { drawGraph, type NodeDrawing } from './draw-graph.ts';
import { applyEdit, invertEdit, overlap, touchedBy, type FlowEdit } from './edit.ts';
import { putEdit, removeEdit, renameKeyEdit, wire } from './edits.ts';
import { exampleGraph } from './example.ts';
import { canonicalGraph, type FlowGraph } from './graph.ts';
import { hasInput, portsOf } from './ports.ts';

const START = { start: { kind: 'manual' } } as const;
const map = (input = '1', more: object = {}): NodeDrawing => ({ kind: 'map', input, ...more });

const ids = ['a', 'b', 'c', 'd'];
const graph: fc.Arbitrary<FlowGraph> = fc
  .tuple(fc.subarray(ids), fc.subarray(ids), fc.dictionary(fc.constantFrom('x', 'y'), fc.integer()))
  .map(([from, to, vars]) =>
    drawGraph(
      Object.fromEntries([...from, ...to].map((id) => [id, map(`"${id}"`)])),
      from.flatMap((a, i) => (to[i] ? [`${a}>${to[i]}`] : [])),
      vars,
    ),
  );
const edit: fc.Arbitrary<FlowEdit> = fc
  .tuple(graph, fc.subarray(ids), fc.subarray(['x', 'y']))
  .map(([{ nodes, edges, vars }, gone, unset]) => ({
    label: 'Change',
    nodes: { ...nodes, ...Object.fromEntries(gone.map((id) => [id, null])) },
    edges: { ...edges, ...Object.fromEntries(gone.map((id) => [wire(id, 'out', 'a').id, null])) },
    vars: { ...vars, ...Object.fromEntries(unset.map((name) => [name, null])) },
  }));

/** The edit without the ids named, which are written as `node:x`. */
function without({ label, nodes, edges, vars }: FlowEdit, gone: string[]): FlowEdit {
  const keep = <T>(kind: string, of: Record<string, T> = {}): Record<string, T> =>
    Object.fromEntries(Object.entries(of).filter(([id]) => !gone.includes(`${kind}:${id}`)));
  return { label, nodes: keep('node', nodes), edges: keep('edge', edges), vars: keep('var', vars) };
}

describe('an edit', () => {
  it('is taken back by its inverse, byte for byte, however many there were', () => {
    fc.assert(
      fc.property(graph, fc.array(edit, { maxLength: 6 }), (before, edits) => {
        const text = canonicalGraph(before);
        const undo: FlowEdit[] = [];
        let now = before;
        for (const one of edits) {
          undo.unshift(invertEdit(now, one));
          now = applyEdit(now, one);
        }
        expect(canonicalGraph(undo.reduce(applyEdit, now))).toBe(text);
        expect(canonicalGraph(before), 'the graph it was made on is left alone').toBe(text);
      }),
    );
  });

  it('may come before or after one it does not overlap with', () => {
    fc.assert(
      fc.property(graph, edit, edit, (before, one, two) => {
        const both = overlap([one], [two]);
        expect(both.toSorted()).toEqual(overlap([two], [one]).toSorted());
        expect(both).toEqual(touchedBy(two).filter((id) => touchedBy(one).includes(id)));
        const apart = without(two, both);
        expect(overlap([one], [apart])).toEqual([]);
        const there = applyEdit(applyEdit(before, one), apart);
        const back = applyEdit(applyEdit(before, apart), one);
        expect(canonicalGraph(there)).toBe(canonicalGraph(back));
      }),
    );
  });

  it('that removes a loop takes what is inside and every wire along', () => {
    const loop = { kind: 'loop', input: '[]' } as const;
    const drawing = drawGraph(
      {
        ...START,
        l: loop,
        in: { ...loop, parent: 'l' },
        deep: map('1', { parent: 'in' }),
        after: map(),
      },
      ['start>l', 'l:item>in', 'l>after'],
    );
    const left = applyEdit(drawing, removeEdit(drawing, ['l']));
    expect([Object.keys(left.nodes), Object.keys(left.edges)]).toEqual([['start', 'after'], []]);
  });

  it('that renames a step changes every expression that names it, and nothing else', () => {
    const drawing = drawGraph(
      {
        ...START,
        old: map(),
        one: map('{ "old": steps.old.x, "t": "steps.old" /* steps.old */ }'),
        two: {
          kind: 'choice',
          config: { cases: [{ id: 'c', label: '', when: 'steps.`old` = steps.one' }] },
        },
      },
      ['start>old', 'old>one', 'one>two'],
    );
    const after = applyEdit(drawing, renameKeyEdit(drawing, 'old', 'fresh'));
    expect(after.nodes.one).toMatchObject({
      input: '{ "old": steps.fresh.x, "t": "steps.old" /* steps.old */ }',
    });
    expect(after.nodes.two).toMatchObject({
      config: { cases: [{ when: 'steps.fresh = steps.one' }] },
    });
    expect(checkGraph(after)).toEqual([]);
  });

  it('that puts a node twice puts it once', () => {
    const { nodes } = drawGraph({ a: map() }, []);
    expect(
      Object.keys(putEdit('x', [...Object.values(nodes), ...Object.values(nodes)]).nodes ?? {}),
    ).toEqual(['a']);
  });
});

describe('what keeps a graph from running', () => {
  const loop = (input = '[]'): NodeDrawing => ({ kind: 'loop', input });
  const inLoop = { parent: 'l' };

  it.each<[string, Record<string, NodeDrawing>, string[], RegExp, object]>([
    ['no trigger', {}, [], /no trigger/, {}],
    [
      'a trigger in a loop',
      { ...START, l: loop(), t: { kind: 'manual', parent: 'l' } },
      ['start>l'],
      /can't stand inside a loop/,
      { node: 't' },
    ],
    [
      'two steps of one name',
      { ...START, a: map(), b: map('1', { key: 'a' }) },
      ['start>a', 'start>b'],
      /called "a"/,
      { node: 'b', field: 'key' },
    ],
    ['a wire to nowhere', { ...START }, ['start>gone'], /a node that is gone/, {}],
    [
      'a wire into a trigger',
      { ...START, t: { kind: 'manual' } },
      ['start>t'],
      /takes no wire/,
      { node: 't' },
    ],
    [
      'a wire from a port there is not',
      { ...START, a: map() },
      ['start:nope>a', 'start>a'],
      /no exit "nope"/,
      { node: 'start' },
    ],
    [
      'a wire into a loop',
      { ...START, l: loop(), a: map('1', inLoop) },
      ['start>l', 'start>a'],
      /crosses the border/,
      { node: 'a' },
    ],
    [
      'a wire out of a loop',
      { ...START, l: loop(), a: map('1', inLoop), b: map() },
      ['start>l', 'l>b', 'a>b'],
      /crosses the border/,
      { node: 'b' },
    ],
    [
      'a circle',
      { ...START, a: map(), b: map() },
      ['start>a', 'a>b', 'b>a'],
      /circle/,
      { node: 'a' },
    ],
    [
      'a step nothing leads to',
      { ...START, a: map() },
      [],
      /Nothing leads to "a"/,
      { node: 'a', field: 'wire' },
    ],
    ['an empty loop', { ...START, l: loop() }, ['start>l'], /is empty/, { node: 'l' }],
    [
      'an expression that does not parse',
      { ...START, a: map('1 +') },
      ['start>a'],
      /does not parse/,
      { node: 'a', field: 'input' },
    ],
    [
      'an empty expression',
      { ...START, a: map(' ') },
      ['start>a'],
      /is empty/,
      { node: 'a', offset: 0 },
    ],
    [
      'a name there is not',
      { ...START, a: map('1 + foo.x') },
      ['start>a'],
      /no "foo"/,
      { node: 'a', offset: 4 },
    ],
    [
      'a step there is not',
      { ...START, a: map('steps.b') },
      ['start>a'],
      /no step "b"/,
      { node: 'a', offset: 6 },
    ],
    [
      'a step that runs later',
      { ...START, a: map('steps.b'), b: map() },
      ['start>a', 'a>b'],
      /does not run before/,
      { node: 'a', offset: 6 },
    ],
    [
      'a step of another branch',
      { ...START, a: map('steps.b'), b: map() },
      ['start>a', 'start>b'],
      /does not run before/,
      { node: 'a' },
    ],
    [
      'a step inside a loop',
      { ...START, l: loop(), a: map('1', inLoop), b: map('steps.a') },
      ['start>l', 'l>b'],
      /does not run before/,
      { node: 'b' },
    ],
    [
      'an item outside of a loop',
      { ...START, a: map('item') },
      ['start>a'],
      /only inside a loop/,
      { node: 'a' },
    ],
  ])('%s', (_name, nodes, wires, message, place) => {
    const problems = checkGraph(drawGraph(nodes, wires));
    expect(problems.map((problem) => problem.message)).toEqual([expect.stringMatching(message)]);
    expect(problems[0]?.at ?? {}).toMatchObject(place);
    expect(problems[0]?.hint).not.toBe('');
  });

  it('is nothing in the example, nor in a sound loop in a loop', () => {
    expect(checkGraph(exampleGraph())).toEqual([]);
    const nodes = {
      ...START,
      l: loop('[1]'),
      m: { ...loop('[item]'), parent: 'l' },
      a: map('item + index', { parent: 'm' }),
      b: map('steps.l'),
    };
    expect(checkGraph(drawGraph(nodes, ['start>l', 'l:item>m', 'l>b']))).toEqual([]);
  });
});

describe('the ports of a node', () => {
  it.each<[NodeDrawing, string[], boolean]>([
    [{ kind: 'manual' }, ['out'], false],
    [map(), ['out', 'error'], true],
    [
      { kind: 'choice', config: { cases: [{ id: 'x', label: '', when: '1' }] } },
      ['x', 'else', 'error'],
      true,
    ],
    [{ kind: 'loop', input: '[]' }, ['item', 'out', 'error'], true],
    [{ kind: 'fail', input: '1' }, [], true],
    [{ kind: 'note', config: { text: '' } }, [], false],
  ])('$kind', (drawing, ports, takesWires) => {
    const node = drawGraph({ n: drawing }, []).nodes.n;
    expect(node && [portsOf(node).map((port) => port.id), hasInput(node)]).toEqual([
      ports,
      takesWires,
    ]);
  });
});
