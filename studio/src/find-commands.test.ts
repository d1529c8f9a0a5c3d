import { describe, expect, it } from 'vitest';

import { findCommands } from './find-commands.ts';

const commands = [
  { name: 'Run Orders', kind: 'Run' },
  { name: 'Orders', kind: 'Flow' },
  { name: 'Connections', kind: 'Go to' },
];

const names = (query: string): string[] => findCommands(commands, query).map(({ name }) => name);

describe('the command palette', () => {
  it('shows everything at first, and names that begin with the query before others', () => {
    expect(names('')).toEqual(['Run Orders', 'Orders', 'Connections']);
    expect(names('ord')).toEqual(['Orders', 'Run Orders']);
  });

  it('finds words in any order, those of the kind included', () => {
    expect(names('orders flow')).toEqual(['Orders']);
    expect(names('nothing')).toEqual([]);
  });
});
