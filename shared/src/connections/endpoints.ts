import { z } from 'zod';

import { defineEndpoint, jsonSchema, okSchema, problemSchema } from '#base';

import { CONNECTION_SCOPES, connectionSchema } from './connection.ts';

const params = z.object({ id: z.string() });
const name = z.string().trim().min(1).max(200);
const config = z.record(z.string(), jsonSchema);
/** Field values of the scheme; what is left out stays as it is on an update. */
const auth = z.strictObject({
  scheme: z.string(),
  values: z.record(z.string(), z.string().max(100_000)),
  /** When the person knows that the key ends, in ms. */
  endsAt: z.number().nullable().optional(),
});
const scope = z.enum(CONNECTION_SCOPES);

export const listConnections = defineEndpoint({
  name: 'connections.list',
  method: 'GET',
  path: '/api/connections',
  permission: 'connection.read',
  summary: 'All connections, without secrets',
  query: z.object({ connector: z.string().optional() }),
  result: z.object({ items: z.array(connectionSchema) }),
});

export const getConnection = defineEndpoint({
  name: 'connections.get',
  method: 'GET',
  path: '/api/connections/:id',
  permission: 'connection.read',
  summary: 'One connection, without its secrets',
  params,
  result: connectionSchema,
});

export const createConnection = defineEndpoint({
  name: 'connections.create',
  method: 'POST',
  path: '/api/connections',
  permission: 'connection.edit',
  summary: 'Make a connection',
  body: z.strictObject({
    name,
    connector: z.string(),
    version: z.string(),
    /** Default `project`. */
    scope: scope.optional(),
    config,
    /** Left out in a guided set-up, where it is a step of its own. */
    auth: auth.optional(),
  }),
  result: connectionSchema,
});

export const updateConnection = defineEndpoint({
  name: 'connections.update',
  method: 'PATCH',
  path: '/api/connections/:id',
  permission: 'connection.edit',
  summary: 'Change a connection; its id stays, so flows need no edit',
  params,
  body: z.strictObject({
    name: name.optional(),
    scope: scope.optional(),
    config: config.optional(),
    auth: auth.optional(),
    disabled: z.boolean().optional(),
    /** Ends the guided set-up without a test. */
    untested: z.literal(true).optional(),
  }),
  result: connectionSchema,
});

export const deleteConnection = defineEndpoint({
  name: 'connections.delete',
  method: 'DELETE',
  path: '/api/connections/:id',
  permission: 'connection.edit',
  summary: 'Delete a connection; refused while a live flow uses it',
  params,
  result: okSchema,
});

/** Sets the status by what the other side answers. */
export const testConnection = defineEndpoint({
  name: 'connections.test',
  method: 'POST',
  path: '/api/connections/:id/test',
  permission: 'connection.use',
  summary: 'Try the connection now',
  params,
  result: z.object({
    ok: z.boolean(),
    connection: connectionSchema,
    problem: problemSchema.optional(),
  }),
});

export const loadOptions = defineEndpoint({
  name: 'connections.loadOptions',
  method: 'POST',
  path: '/api/connections/:id/options/:name',
  permission: 'connection.use',
  summary: 'Choices from the account itself: tables, channels, tenants',
  params: z.object({ id: z.string(), name: z.string() }),
  body: z.strictObject({ input: z.record(z.string(), jsonSchema).default({}) }),
  result: z.object({ items: z.array(z.object({ value: jsonSchema, label: z.string() })) }),
});

/** Keeps a webhook's shared secret sealed; expressions and exports only hold its id. */
export const putSecret = defineEndpoint({
  name: 'connections.putSecret',
  method: 'POST',
  path: '/api/secrets',
  permission: 'connection.edit',
  summary: 'Store a secret and get its id',
  body: z.strictObject({ value: z.string().min(1).max(10_000) }),
  result: z.object({ id: z.string() }),
});
