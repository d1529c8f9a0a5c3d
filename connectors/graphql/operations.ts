import type { HttpBinding } from '@patchbay/shared/catalog';
import { z } from 'zod';

import { defineAction, defineHttpAction, sendPages } from '#sdk';

const variables = z.record(z.string(), z.any()).optional().meta({
  title: 'Variables',
  description: 'By their names, without the dollar sign.',
  'x-order': 2,
});
const operationName = z.string().optional().meta({
  title: 'Operation',
  description: 'Its name, when the document holds several.',
  'x-advanced': true,
});
const document = z.string().min(1).meta({
  title: 'Query',
  description: 'A GraphQL document; values belong into the variables.',
  'x-language': 'graphql',
  'x-multiline': true,
  'x-order': 1,
});
/** Nobody may change something by an action that is said to read only. */
const reading = document.refine((text) => !/(^|[}\s])(mutation|subscription)\b/.test(bare(text)), {
  error:
    'holds a mutation or a subscription: use "Run a mutation" for the one, the other has no answer',
});

/** How any operation is sent. */
export const SEND: HttpBinding = {
  method: 'POST',
  path: '',
  headers: { Accept: 'application/graphql-response+json, application/json;q=0.9' },
  response: 'json',
};

export const query = defineHttpAction({
  title: 'Run a query',
  description: 'Reads data; an error in the answer fails the step.',
  tags: ['read', 'get', 'fetch'],
  docsUrl: 'https://graphql.org/learn/queries/',
  input: z.strictObject({ query: reading, variables, operationName }),
  output: z.record(z.string(), z.any()),
  sample: {
    query: 'query ($code: ID!) { country(code: $code) { name } }',
    variables: { code: 'NO' },
  },
  sampleOutput: { country: { name: 'Norway' } },
  effects: { reads: true },
  http: { ...SEND, result: 'data' },
});

export const mutate = defineHttpAction({
  title: 'Run a mutation',
  description: 'Changes data; an error in the answer fails the step.',
  tags: ['write', 'create', 'update', 'delete'],
  docsUrl: 'https://graphql.org/learn/mutations/',
  input: z.strictObject({ query: document.meta({ title: 'Mutation' }), variables, operationName }),
  output: z.record(z.string(), z.any()),
  sample: {
    query: 'mutation ($name: String!) { addUser(name: $name) { id } }',
    variables: { name: 'Ada' },
  },
  sampleOutput: { addUser: { id: '7' } },
  effects: { reads: false },
  http: { ...SEND, result: 'data' },
});

const path = z.string().regex(/^\w+(\.\w+)*$/, 'is a path such as viewer.orders');

export const queryList = defineAction({
  title: 'Read a list page by page',
  description: 'Runs a query as often as its cursor goes on, and gives the items of all pages.',
  tags: ['pagination', 'connection', 'cursor', 'all'],
  docsUrl: 'https://graphql.org/learn/pagination/',
  input: z.strictObject({
    query: reading.meta({
      description: 'It takes the variable $after, and asks for pageInfo { hasNextPage endCursor }.',
    }),
    variables,
    connection: path.meta({
      title: 'List',
      description: 'Path of the connection in the data.',
      'x-placeholder': 'viewer.orders',
      'x-order': 3,
    }),
    items: z
      .enum(['nodes', 'edges'])
      .default('nodes')
      .meta({ title: 'Its items are called', 'x-order': 4 }),
    maxItems: z
      .number()
      .int()
      .min(1)
      .max(10_000)
      .default(100)
      .meta({ title: 'Items at most', 'x-advanced': true }),
  }),
  output: z.array(z.any()),
  sample: {
    query:
      'query ($after: String) { users(first: 50, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }',
    connection: 'users',
  },
  sampleOutput: [{ id: '7' }],
  effects: { reads: true },
  run: (ctx, facts) => {
    const { connection, items, maxItems: most, variables: given = {}, query: text } = ctx.input;
    const at = `data.${connection}`;
    const paginate = {
      by: 'cursor',
      items: `${at}.${items}`,
      next: `${at}.pageInfo.endCursor`,
      more: `${at}.pageInfo.hasNextPage`,
      param: 'variables.after',
      inBody: true,
    } as const;
    const input = { query: text, variables: given };
    return sendPages(facts, { http: SEND, paginate, most }, { ...ctx, input });
  },
});

// Words inside of texts and comments are no operations.
function bare(text: string): string {
  return text.replaceAll(/"""[^]*?"""|"(?:\\.|[^"\\\n])*"|#[^\n]*/g, '');
}
