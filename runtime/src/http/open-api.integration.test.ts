import SwaggerParser from '@apidevtools/swagger-parser';
import { DIALECTS, openTestHouse, type TestHouse } from '@patchbay/runtime/test-house';
import * as access from '@patchbay/shared/access';
import * as audit from '@patchbay/shared/audit';
import type { Endpoint } from '@patchbay/shared/base';
import * as catalog from '@patchbay/shared/catalog';
import * as connections from '@patchbay/shared/connections';
import * as flows from '@patchbay/shared/flows';
import * as health from '@patchbay/shared/health';
import * as mapping from '@patchbay/shared/mapping';
import * as runs from '@patchbay/shared/runs';
import * as testing from '@patchbay/shared/testing';
import * as versions from '@patchbay/shared/versions';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const floors = [
  access,
  audit,
  catalog,
  connections,
  flows,
  health,
  mapping,
  runs,
  testing,
  versions,
];

/** Every endpoint that any room of the ground floor declares. */
const endpoints = floors
  .flatMap((room) => Object.values(room as Record<string, unknown>))
  .filter(
    (value): value is Endpoint =>
      typeof value === 'object' && value !== null && 'permission' in value && 'path' in value,
  );

interface Operation {
  operationId: string;
  security: object[];
}

describe('the document of our API', () => {
  let at: TestHouse;
  let document: { paths: Record<string, Record<string, Operation>> };
  beforeAll(async () => {
    at = await openTestHouse(DIALECTS[0], { works: false });
    document = (await (await fetch(`${at.url}/api/openapi.json`)).json()) as typeof document;
  });
  afterAll(() => at?.stop());

  const operations = (): [method: string, path: string, operation: Operation][] =>
    Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(
        ([method, of]) => [method.toUpperCase(), path, of] as [string, string, Operation],
      ),
    );

  it('is valid OpenAPI 3.1', async () => {
    const copy = structuredClone(document) as unknown as Parameters<
      typeof SwaggerParser.validate
    >[0];
    await expect(SwaggerParser.validate(copy)).resolves.toBeDefined();
  });

  it('names every endpoint there is, once', () => {
    expect(endpoints.length).toBeGreaterThan(35);
    const named = operations().map(
      ([method, path, { operationId }]) => `${operationId} ${method} ${path}`,
    );
    const declared = endpoints.map(
      ({ name, method, path }) => `${name} ${method} ${path.replace(/:(\w+)/g, '{$1}')}`,
    );
    expect(named.toSorted()).toEqual(declared.toSorted());
  });

  it('tells the truth about who needs a session', async () => {
    const doors = [
      'getSetup',
      'setUpOwner',
      'signIn',
      'signOut',
      'readInvitation',
      'joinProject',
      'setPassword',
    ];
    const open = doors.map((name) => `access.${name}`);
    for (const [method, path, { operationId, security }] of operations()) {
      const names = security.flatMap((one) => Object.keys(one));
      expect([operationId, names.includes('session')]).toEqual([
        operationId,
        !open.includes(operationId),
      ]);
      if (open.includes(operationId)) continue;
      const url = at.url + path.replace(/\{\w+\}/g, '1');
      for (const cookie of [
        '',
        'patchbay.session_token=made.up',
        'patchbay.session_data=made.up',
      ]) {
        const response = await fetch(url, { method, headers: { cookie } });
        expect([operationId, response.status]).toEqual([operationId, 401]);
        expect(await response.json()).toMatchObject({ code: 'not_signed_in' });
      }
    }
  });

  it('tells the truth about what a token is good for', async () => {
    const { text } = await at.client.call(access.createToken, { body: { name: 'Program' } });
    const headers = { authorization: `Bearer ${text}` };
    const asked = operations().filter(([, , { security }]) => security.length > 0);
    const answers = asked.map(async ([method, path, { operationId, security }]) => {
      const url = at.url + path.replace(/\{\w+\}/g, '1');
      const { status, body } = await fetch(url, { method, headers });
      await body?.cancel();
      return { operationId, said: security.some((one) => 'token' in one), is: status !== 403 };
    });
    const told = await Promise.all(answers);
    expect(told.filter(({ said, is }) => said !== is)).toEqual([]);
    expect(told.filter(({ said }) => said).length).toBeGreaterThan(5);
  });

  it('leaves no other door under /api', async () => {
    for (const path of [
      '/api',
      '/api/',
      '/api/nothing',
      '/api/flows/1/nothing',
      '/api/auth/get-session',
      '/api/auth/sign-up/email',
    ]) {
      for (const method of ['GET', 'POST', 'DELETE']) {
        const response = await at.client.request(path, { method });
        expect([path, method, response.status]).toEqual([path, method, 404]);
      }
    }
  });
});
