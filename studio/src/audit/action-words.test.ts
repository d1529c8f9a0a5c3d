import * as access from '@patchbay/shared/access';
import type { Endpoint } from '@patchbay/shared/base';
import * as catalog from '@patchbay/shared/catalog';
import * as connections from '@patchbay/shared/connections';
import * as flows from '@patchbay/shared/flows';
import * as mapping from '@patchbay/shared/mapping';
import * as runs from '@patchbay/shared/runs';
import * as testing from '@patchbay/shared/testing';
import * as versions from '@patchbay/shared/versions';
import { describe, expect, it } from 'vitest';

import { actionWords } from './action-words.ts';

const ROOMS = [access, catalog, connections, flows, mapping, runs, testing, versions];
/** Sent as POST for their bodies, but they only look. */
const LOOKS = [
  'access.readInvitation',
  'catalog.previewImport',
  'connections.getAttempt',
  'connections.loadOptions',
  'mapping.evaluate',
  'runs.previewSchedule',
  'testing.previewCall',
  'testing.previewReplay',
];

const isEndpoint = (value: unknown): value is Endpoint =>
  typeof value === 'object' && value !== null && 'method' in value && 'permission' in value;

describe('the words of the audit', () => {
  const actions = ROOMS.flatMap((room) => Object.values(room) as unknown[])
    .filter(isEndpoint)
    .filter(({ method, name }) => method !== 'GET' && !LOOKS.includes(name))
    .map(({ name }) => name);

  it.each(actions)('say what %s is', (action) => {
    expect(actionWords(action)).not.toContain(': ');
  });

  it('tell a refused sign-in from one that went well', () => {
    expect(actionWords('access.signIn')).toBe('signed in');
    expect(actionWords('access.signIn', true)).toBe('was refused at sign-in');
  });
});
