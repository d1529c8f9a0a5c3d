import { canonicalGraph, putEdit, removeEdit } from '@patchbay/shared/flows';
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { commitTo, receiveIn, redoIn, startHistory, undoIn } from './graph-history.ts';
import { anyGraph, graphOf, step } from './random-graph.ts';

test('undoing everything gives the graph one began with, redoing it the one one ended with', () => {
  const edits = fc.array(
    fc.oneof(
      fc.constantFrom('a', 'b', 'z').map((id) => putEdit(`Put ${id}`, [step(id, 7, 7)])),
      fc.constantFrom('a', 'b', 'c').map((id) => removeEdit(graphOf([step(id)]), [id])),
    ),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(anyGraph, edits, (graph, list) => {
      const done = list.reduce((history, edit) => commitTo(history, edit), startHistory(graph));
      let back = done;
      while (back.past.length > 0) back = undoIn(back).history;
      expect(canonicalGraph(back.graph)).toBe(canonicalGraph(graph));
      let again = back;
      while (again.future.length > 0) again = redoIn(again).history;
      expect(canonicalGraph(again.graph)).toBe(canonicalGraph(done.graph));
    }),
  );
});

test('typing in one field is one step back', () => {
  const start = startHistory(graphOf([step('a')]));
  const typed = ['h', 'he', 'hel'].reduce(
    (history, title, i) =>
      commitTo(history, putEdit('Title', [step('a', 0, 0, { title })]), {
        key: 'title a',
        at: i * 100,
      }),
    start,
  );
  expect(typed.past).toHaveLength(1);
  expect(undoIn(typed).history.graph.nodes.a?.title).toBe('a');
});

test('a pause ends one step back and begins the next', () => {
  const put = (title: string) => putEdit('Title', [step('a', 0, 0, { title })]);
  const one = commitTo(startHistory(graphOf([step('a')])), put('x'), { key: 'k', at: 0 });
  expect(commitTo(one, put('xy'), { key: 'k', at: 5000 }).past).toHaveLength(2);
});

test('what somebody else changed meanwhile is never undone by us', () => {
  const mine = commitTo(
    startHistory(graphOf([step('a'), step('b')])),
    putEdit('Move', [step('a', 50), step('b', 50)]),
  );
  const received = receiveIn(mine, [putEdit('Theirs', [step('a', 99)])], []);
  const undone = undoIn(received).history.graph;
  expect(undone.nodes.a?.position.x).toBe(99);
  expect(undone.nodes.b?.position.x).toBe(0);
});

test('an edit that names nothing leaves no trace', () => {
  const start = startHistory(graphOf([step('a')]));
  expect(commitTo(start, { label: 'Nothing', nodes: {}, edges: {} })).toBe(start);
});
