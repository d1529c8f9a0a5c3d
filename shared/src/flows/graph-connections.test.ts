import { describe, expect, it } from 'vitest';

import { drawGraph } from './draw-graph.ts';
import type { FlowFile } from './flow.ts';
import { connectionsOf, matchConnections, withConnections } from './graph-connections.ts';

const action = (connection: string, connector: string) => ({
  kind: 'action' as const,
  config: { connector, version: '1.0.0', action: 'a', connection },
  input: '{}',
});
const graph = drawGraph(
  {
    start: { kind: 'manual' },
    one: action('x1', 'xero'),
    two: action('x1', 'xero'),
    db: action('p1', 'postgres'),
  },
  ['start>one', 'one>two', 'two>db'],
);
const file: FlowFile = {
  format: 'patchbay-flow/1',
  name: 'Orders',
  graph,
  connections: {
    x1: { name: 'Finance', connector: 'xero' },
    p1: { name: 'Books', connector: 'postgres' },
  },
};
const here = (id: string, name: string, connector: string) => ({ id, name, connector });

describe('the connections of a flow that comes from elsewhere', () => {
  it('are each named once, however many steps use them', () => {
    expect([...connectionsOf(graph)]).toEqual([
      ['x1', 'xero'],
      ['p1', 'postgres'],
    ]);
  });

  it('are found by name and connector', () => {
    const { found, open } = matchConnections(file, [
      here('a', 'Finance', 'xero'),
      here('b', 'Finance', 'stripe'),
      here('c', 'Books', 'postgres'),
    ]);
    expect([...found]).toEqual([
      ['x1', 'a'],
      ['p1', 'c'],
    ]);
    expect(open).toEqual([]);
  });

  it('are known again by id where the flow comes from here', () => {
    const { found } = matchConnections(file, [
      here('x1', 'Renamed', 'xero'),
      here('a', 'Finance', 'xero'),
    ]);
    expect(found.get('x1')).toBe('x1');
  });

  it('are asked for where none or several could be meant', () => {
    const two = [here('a', 'Finance', 'xero'), here('b', 'Finance', 'xero')];
    expect(matchConnections(file, two).open).toEqual([
      { id: 'x1', name: 'Finance', connector: 'xero', choices: two },
      { id: 'p1', name: 'Books', connector: 'postgres', choices: [] },
    ]);
  });

  it('are exchanged in every step, or left open', () => {
    const changed = withConnections(
      graph,
      new Map([
        ['x1', 'a'],
        ['p1', undefined],
      ]),
    );
    expect([...connectionsOf(changed)]).toEqual([['a', 'xero']]);
  });
});
