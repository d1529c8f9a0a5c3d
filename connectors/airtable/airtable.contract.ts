import { z } from 'zod';

import type { Contract } from '#sdk/testing';

import { SAMPLE_RECORD, SAMPLE_TABLE } from './fields.ts';

const text = z.string().optional();
const fields = z.record(z.string(), z.any());
const typecast = z.boolean().optional();
const records = z.array(z.strictObject({ fields })).min(1).max(10);
const one = z.strictObject({ fields, typecast });
const TABLE = '/v0/{baseId}/{tableId}';
const HOOKS = '/v0/bases/{baseId}/webhooks';

/** Airtable's Web API as far as this connector uses it, after Airtable's reference. */
export const contract: Contract = {
  headers: { authorization: 'Bearer pat1' },
  operations: {
    'GET /v0/meta/whoami': { gives: { id: 'usr1', scopes: [] } },
    'GET /v0/meta/bases': {
      query: z.strictObject({ offset: text }),
      gives: { bases: [{ id: SAMPLE_TABLE.baseId, name: 'Shop', permissionLevel: 'create' }] },
    },
    'GET /v0/meta/bases/{baseId}/tables': {
      gives: {
        tables: [
          {
            id: SAMPLE_TABLE.tableId,
            name: 'Orders',
            fields: [{ id: 'fldA1', name: 'Name', type: 'singleLineText' }],
          },
        ],
      },
    },
    [`POST ${HOOKS}`]: {
      body: z.strictObject({
        notificationUrl: z.url(),
        specification: z.strictObject({
          options: z.strictObject({
            filters: z.strictObject({
              dataTypes: z.array(z.enum(['tableData', 'tableFields', 'tableMetadata'])).min(1),
              recordChangeScope: z.string().optional(),
            }),
          }),
        }),
      }),
      gives: {
        id: 'ach1',
        macSecretBase64: 'c2VjcmV0',
        expirationTime: '2026-01-12T09:00:00.000Z',
      },
    },
    [`GET ${HOOKS}`]: {
      gives: { webhooks: [{ id: 'ach1', notificationUrl: 'https://patchbay.example/hooks/1' }] },
    },
    [`POST ${HOOKS}/ach1/refresh`]: { gives: { expirationTime: '2026-01-12T09:00:00.000Z' } },
    [`DELETE ${HOOKS}/ach1`]: { reply: () => ({ status: 204 }) },
    [`POST ${TABLE}`]: {
      body: z.union([one, z.strictObject({ records, typecast })]),
      reply: ({ body }) => {
        if ('records' in (body as object)) return { body: { records: [SAMPLE_RECORD] } };
        if (!('Colour' in (body as z.infer<typeof one>).fields)) return { body: SAMPLE_RECORD };
        const message = 'Unknown field name: "Colour"';
        return { status: 422, body: { error: { type: 'UNKNOWN_FIELD_NAME', message } } };
      },
    },
    [`PATCH ${TABLE}`]: {
      body: z.strictObject({
        performUpsert: z.strictObject({ fieldsToMergeOn: z.array(z.string()).min(1).max(3) }),
        records,
        typecast,
      }),
      gives: { records: [SAMPLE_RECORD], createdRecords: [], updatedRecords: [SAMPLE_RECORD.id] },
    },
    [`PATCH ${TABLE}/{recordId}`]: { body: one, gives: SAMPLE_RECORD },
    [`DELETE ${TABLE}/{recordId}`]: { gives: { id: SAMPLE_RECORD.id, deleted: true } },
    [`GET ${TABLE}/{recordId}`]: { gives: SAMPLE_RECORD },
    [`GET ${TABLE}`]: {
      query: z.strictObject({
        pageSize: z
          .string()
          .regex(/^(100|\d{1,2})$/)
          .optional(),
        offset: text,
        filterByFormula: text,
        view: text,
        maxRecords: text,
        'sort[0][field]': text,
        'sort[0][direction]': z.enum(['asc', 'desc']).optional(),
        'fields[]': z.union([z.string(), z.array(z.string())]).optional(),
      }),
      reply: ({ query }) => {
        const changed = { ...SAMPLE_RECORD.fields, Changed: '2026-01-05T09:30:00.000Z' };
        const found = [{ ...SAMPLE_RECORD, fields: changed }];
        return { body: query.offset ? { records: found } : { records: found, offset: 'itr/rec' } };
      },
    },
    [`POST ${TABLE}/{recordId}/comments`]: {
      body: z.strictObject({ text: z.string() }),
      gives: { id: 'com1', text: 'Paid by transfer.' },
    },
  },
};
