import { describe, expect, it } from 'vitest';
import { z } from 'zod';

import { describeVendor } from '#sdk/testing';

import { graphql } from './index.ts';

const HOST = 'https://api.example.com';

const bench = describeVendor({
  connector: graphql,
  connection: {
    scheme: 'bearer',
    config: { endpoint: `${HOST}/graphql` },
    fields: { token: 'tok' },
  },
  origins: [HOST],
  contract: {
    headers: { authorization: 'Bearer tok' },
    operations: {
      'POST /graphql': {
        headers: z.looseObject({
          accept: z.string().startsWith('application/graphql-response+json'),
        }),
        body: z.strictObject({
          query: z.string(),
          variables: z.record(z.string(), z.any()).optional(),
          operationName: z.string().optional(),
        }),
        reply: ({ body }) => {
          const { query, variables } = body as { query: string; variables?: { after?: string } };
          const headers = { 'content-type': 'application/graphql-response+json' };
          if (query.includes('broken')) {
            const extensions = { code: 'GRAPHQL_VALIDATION_FAILED' };
            const errors = [{ message: 'Cannot query field "broken".', extensions }];
            return { headers, body: { data: { broken: null }, errors } };
          }
          const last = variables?.after === 'c1';
          const pageInfo = { hasNextPage: !last, endCursor: last ? null : 'c1' };
          const users = { nodes: [{ id: last ? '2' : '1' }], pageInfo };
          return { headers, body: { data: { __typename: 'Query', users, sent: variables } } };
        },
      },
    },
  },
});

describe('an operation', () => {
  it('that gives errors beside data has failed', async () => {
    await expect(bench.call('query', { query: '{ broken }' })).rejects.toMatchObject({
      problem: {
        code: 'invalid_input',
        message: 'api.example.com answered with an error: Cannot query field "broken".',
        details: { title: 'The query does not fit the schema' },
      },
    });
  });

  it('gives its data, and sends its variables', async () => {
    const variables = { code: 'NO' };
    expect(await bench.call('query', { query: '{ a }', variables })).toMatchObject({
      sent: variables,
    });
  });

  it.each(['mutation { a }', 'query A { a } mutation B { b }', '#x\n subscription S { a }'])(
    'that only reads is not "%s"',
    async (query) => {
      await expect(bench.call('query', { query })).rejects.toMatchObject({
        problem: { code: 'invalid_input', at: { field: 'query' } },
      });
    },
  );

  it('may name a mutation in a text', async () => {
    const query = '{ a(text: "a mutation here") } # mutation';
    expect(await bench.call('query', { query })).toHaveProperty('users');
  });

  it('is read over as many pages as its cursor gives', async () => {
    const found = await bench.call('queryList', { query: '{ users }', connection: 'users' });
    expect(found).toEqual([{ id: '1' }, { id: '2' }]);
  });
});
