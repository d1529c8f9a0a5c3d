import { problem, ProblemError } from '@patchbay/shared/base';
import {
  applyEdit,
  putEdit,
  type FlowEdit,
  type FlowGraph,
  type SavedEdit,
} from '@patchbay/shared/flows';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { graphOf, step } from './random-graph.ts';
import { EditKeeper, type KeepStorage } from './save-keep.ts';
import { SaveQueue, type SaveRequest, type SaveState } from './save-queue.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const put = (id: string, x = 1): FlowEdit => putEdit(`Move ${id}`, [step(id, x)]);
const saved = (revision: number, edit: FlowEdit, by = 'Ana'): SavedEdit => ({
  revision,
  by,
  at: 0,
  edit,
});

/** A server that answers as it is told, and a window that applies what it hears. */
function editing(answers: ((request: SaveRequest) => { revision: number; theirs: SavedEdit[] })[]) {
  const sent: SaveRequest[] = [];
  const states: SaveState[] = [];
  const kept: SaveRequest[] = [];
  let graph: FlowGraph = graphOf([step('a'), step('b')]);
  const queue = new SaveQueue({
    revision: 5,
    send: (request) => {
      sent.push(structuredClone(request));
      const answer = answers.shift();
      return new Promise((resolve) => {
        resolve(
          answer
            ? answer(request)
            : { revision: request.revision + request.edits.length, theirs: [] },
        );
      });
    },
    keep: (request) => kept.push(structuredClone(request)),
    onState: (state) => states.push(state),
    onTheirs: (theirs, ours) => {
      graph = [...theirs.map((t) => t.edit), ...ours].reduce(applyEdit, graph);
    },
  });
  const edit = (one: FlowEdit): void => {
    graph = applyEdit(graph, one);
    queue.add(one);
  };
  return { queue, edit, sent, states, kept, x: (id: string) => graph.nodes[id]?.position.x };
}

const offline = (): never => {
  throw new ProblemError(problem('not_ready', 'No answer.', 'Wait.'));
};
const refuse = (code: 'not_signed_in' | 'too_large') => (): never => {
  throw new ProblemError(problem(code, 'No.', 'Mend it.'));
};
const clash = (theirs: SavedEdit[], overlap: string[]) => (): never => {
  const details = { revision: theirs.at(-1)?.revision, theirs, overlap };
  throw new ProblemError(problem('conflict', 'Clash.', { hint: 'Choose.', details }));
};

test('edits are sent together after a second of rest', async () => {
  const w = editing([]);
  w.edit(put('a'));
  await vi.advanceTimersByTimeAsync(600);
  w.edit(put('b'));
  await vi.advanceTimersByTimeAsync(900);
  expect(w.sent).toHaveLength(0);
  await vi.advanceTimersByTimeAsync(200);
  expect(w.sent.map((r) => r.edits.length)).toEqual([2]);
  expect(w.queue.current.kind).toBe('saved');
  expect(w.kept.at(-1)).toEqual({ revision: 7, edits: [] });
});

test('typing sends only the last text', async () => {
  const w = editing([]);
  for (const x of [1, 2, 3]) w.edit(put('a', x));
  await vi.advanceTimersByTimeAsync(1100);
  expect(w.sent[0]?.edits).toEqual([put('a', 3)]);
});

test('without a line edits are kept, and sent when it is back', async () => {
  const w = editing([offline, offline]);
  w.edit(put('a'));
  await vi.advanceTimersByTimeAsync(1100);
  expect(w.queue.current).toMatchObject({ kind: 'offline', pending: 1 });
  w.edit(put('b'));
  expect(w.kept.at(-1)?.edits).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(1100);
  w.queue.retry();
  await vi.advanceTimersByTimeAsync(10);
  expect(w.queue.current.kind).toBe('saved');
  expect(w.sent.at(-1)).toMatchObject({ revision: 5 });
  expect(w.sent.at(-1)?.edits).toHaveLength(2);
});

test('it tries again by itself', async () => {
  const w = editing([offline]);
  w.edit(put('a'));
  await vi.advanceTimersByTimeAsync(1100 + 2100);
  expect(w.queue.current.kind).toBe('saved');
});

test('what others saved in between is applied, ours on top', async () => {
  const w = editing([() => ({ revision: 9, theirs: [saved(6, put('b', 70))] })]);
  w.edit(put('a', 3));
  await vi.advanceTimersByTimeAsync(1100);
  expect([w.x('a'), w.x('b')]).toEqual([3, 70]);
  expect(w.queue.savedRevision).toBe(9);
});

test('a conflict stops sending and keeps everything until the person chose', async () => {
  const w = editing([clash([saved(6, put('a', 70))], ['node:a'])]);
  w.edit(put('a', 3));
  w.edit(put('b', 4));
  await vi.advanceTimersByTimeAsync(1100);
  expect(w.queue.current).toMatchObject({ kind: 'conflict', pending: 2 });
  w.edit(put('c', 5));
  await vi.advanceTimersByTimeAsync(10_000);
  expect(w.sent).toHaveLength(1);
  expect(w.queue.pending).toHaveLength(3);
});

test.each([
  ['theirs', new Set(['node:a']), [70, 4], 1],
  ['mine', new Set<string>(), [3, 4], 2],
] as const)('choosing %s settles it and the rest is saved', async (_, dropped, places, sent) => {
  const w = editing([clash([saved(6, put('a', 70))], ['node:a'])]);
  w.edit(put('a', 3));
  w.edit(put('b', 4));
  await vi.advanceTimersByTimeAsync(1100);
  w.queue.resolve(dropped);
  await vi.advanceTimersByTimeAsync(10);
  expect([w.x('a'), w.x('b')]).toEqual(places);
  expect(w.sent.at(-1)).toMatchObject({ revision: 6 });
  expect(w.sent.at(-1)?.edits).toHaveLength(sent);
  expect(w.queue.current.kind).toBe('saved');
});

test('news from the poll is taken in unless it touches what is unsaved', () => {
  const w = editing([]);
  expect(w.queue.hear([saved(6, put('b', 50))])).toHaveLength(1);
  w.edit(put('a', 3));
  expect(w.queue.hear([saved(7, put('a', 60))])).toHaveLength(0);
  expect([w.x('a'), w.x('b'), w.queue.savedRevision]).toEqual([3, 50, 6]);
});

test.each([
  ['not_signed_in', 'signed-out'],
  ['too_large', 'refused'],
] as const)('after "%s" it is %s and nothing is dropped', async (code, kind) => {
  const w = editing([refuse(code)]);
  w.edit(put('a'));
  await vi.advanceTimersByTimeAsync(1100);
  expect(w.queue.current).toMatchObject({ kind, pending: 1 });
  w.queue.retry();
  await vi.advanceTimersByTimeAsync(10);
  expect(w.queue.current.kind).toBe('saved');
});

function memory(): KeepStorage {
  const map = new Map<string, string>();
  return {
    getItem: (key) => map.get(key) ?? null,
    setItem: (key, value) => void map.set(key, value),
    removeItem: (key) => void map.delete(key),
    keys: () => [...map.keys()],
  };
}

test('unsaved edits survive a reload of their window', () => {
  const storage = memory();
  new EditKeeper(storage, 'f', 'w').keep({ revision: 3, edits: [put('a')] });
  expect(new EditKeeper(storage, 'f', 'w').take()).toEqual({ revision: 3, edits: [put('a')] });
});

test('a living window keeps its edits to itself, one that is gone leaves them to the next', () => {
  const storage = memory();
  const other = new EditKeeper(storage, 'f', 'other');
  other.keep({ revision: 3, edits: [put('a')] }, 1000);
  const mine = new EditKeeper(storage, 'f', 'mine');
  expect(mine.take(2000)).toBeUndefined();
  other.beat(0);
  expect(mine.take(200_000)?.edits).toHaveLength(1);
  expect(mine.take(200_000)).toBeUndefined();
});

test('a full storage is said, so that closing can ask', () => {
  const full = {
    ...memory(),
    setItem: () => {
      throw new Error('full');
    },
  };
  const keeper = new EditKeeper(full, 'f', 'w');
  keeper.keep({ revision: 1, edits: [put('a')] });
  expect(keeper.persisted).toBe(false);
});

test('who wants all saved waits for what is under way, and gets its revision', async () => {
  const w = editing([]);
  w.edit(put('a'));
  const first = w.queue.flush();
  w.edit(put('b'));
  await w.queue.flush();
  expect(w.queue.pending).toEqual([]);
  expect(w.sent.map((request) => request.revision)).toEqual([5, 6]);
  expect(w.queue.savedRevision).toBe(7);
  await first;
});
