import { putEdit, type FlowEdit, type SavedEdit } from '@patchbay/shared/flows';
import { expect, test } from 'vitest';

import { clashesOf } from './graph-clash.ts';
import { graphOf, step } from './random-graph.ts';

const node = step('a', 0, 0, { title: 'First' });
const theirs = (edit: FlowEdit): SavedEdit => ({ revision: 2, by: 'Grace', at: 1, edit });

test('both sides say what they made of it, not what they did', () => {
  const [clash] = clashesOf(graphOf([node]), ['node:a'], {
    ours: [putEdit('Title of "First"', [{ ...node, title: 'Mine' }])],
    theirs: [
      theirs(putEdit('Title of "First"', [{ ...node, title: 'Hers', settings: { notes: 'Why' } }])),
    ],
  });
  expect(clash).toMatchObject({
    what: '"First"',
    by: 'Grace',
    mine: ['Title: Mine', 'Notes: nothing'],
    theirs: ['Title: Hers', 'Notes: Why'],
  });
});

test('what one of the two deleted is said so', () => {
  const gone: FlowEdit = { label: 'Delete "First"', nodes: { a: null } };
  const [clash] = clashesOf(graphOf([node]), ['node:a'], {
    ours: [putEdit('Title of "First"', [{ ...node, title: 'Mine' }])],
    theirs: [theirs(gone)],
  });
  expect(clash?.theirs).toEqual(['Deleted it']);
  expect(clash?.mine).toEqual(['Title of "First"']);
});
