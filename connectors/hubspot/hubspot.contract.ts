import { z } from 'zod';

import type { Contract, Operation } from '#sdk/testing';

import { SAMPLE_CONTACT } from './fields.ts';

const text = z.string().optional();
const values = z.record(z.string(), z.string());
const create = (required: string): Operation => ({
  body: z.strictObject({
    properties: values.refine((all) => required in all, `needs ${required}`),
  }),
  reply: ({ body }) => {
    const { properties } = body as { properties: Record<string, string> };
    if (properties.email !== 'twice@example.com')
      return { status: 201, body: { id: '1', properties } };
    const message = 'Contact already exists. Existing ID: 512';
    return { status: 409, body: { status: 'error', message, category: 'CONFLICT' } };
  },
});
const filter = z.strictObject({
  propertyName: z.string(),
  operator: z.enum(['EQ', 'NEQ', 'LT', 'LTE', 'GT', 'GTE', 'BETWEEN', 'IN', 'HAS_PROPERTY']),
  value: text,
});
const labelled = { gives: { results: [{ id: 'a', label: 'First' }] } };
const paged = { limit: text, after: text };
const OBJECT = '/crm/v3/objects/{objectType}';

/** HubSpot's CRM API as far as this connector uses it, after HubSpot's reference. */
export const contract: Contract = {
  headers: { authorization: 'Bearer pat-1' },
  operations: {
    'POST /crm/v3/objects/contacts': create('email'),
    'POST /crm/v3/objects/companies': create('name'),
    'POST /crm/v3/objects/deals': create('dealstage'),
    'POST /crm/v3/objects/tickets': create('hs_pipeline_stage'),
    'POST /crm/v3/objects/contacts/batch/upsert': {
      body: z.strictObject({
        inputs: z
          .array(z.strictObject({ id: z.string(), idProperty: z.string(), properties: values }))
          .min(1),
      }),
      gives: { status: 'COMPLETE', results: [{ ...SAMPLE_CONTACT, new: false }] },
    },
    'POST /crm/v3/objects/notes': {
      body: z.strictObject({
        properties: z.strictObject({
          hs_note_body: z.string(),
          hs_timestamp: z.iso.datetime(),
          hubspot_owner_id: text,
        }),
        associations: z.array(
          z.strictObject({
            to: z.strictObject({ id: z.string() }),
            types: z.array(
              z.strictObject({
                associationCategory: z.literal('HUBSPOT_DEFINED'),
                associationTypeId: z.union([190, 202, 214, 228].map((id) => z.literal(id))),
              }),
            ),
          }),
        ),
      }),
      gives: { id: '3001', properties: {} },
    },
    [`POST ${OBJECT}/search`]: {
      body: z.strictObject({
        query: text,
        filterGroups: z.array(z.strictObject({ filters: z.array(filter).min(1) })).optional(),
        sorts: z
          .array(
            z.strictObject({
              propertyName: z.string(),
              direction: z.enum(['ASCENDING', 'DESCENDING']),
            }),
          )
          .optional(),
        properties: z.array(z.string()).optional(),
        limit: z.number().int().max(200).optional(),
        after: text,
      }),
      reply: ({ body }) =>
        (body as { after?: string }).after === '100'
          ? { body: { total: 2, results: [SAMPLE_CONTACT] } }
          : { body: { total: 2, results: [SAMPLE_CONTACT], paging: { next: { after: '100' } } } },
    },
    [`PATCH ${OBJECT}/{id}`]: {
      query: z.strictObject({ idProperty: text }),
      body: z.strictObject({ properties: values }),
      gives: SAMPLE_CONTACT,
    },
    [`GET ${OBJECT}/{id}`]: {
      query: z.strictObject({ properties: text, idProperty: text }),
      gives: SAMPLE_CONTACT,
    },
    [`DELETE ${OBJECT}/{id}`]: { reply: () => ({ status: 204 }) },
    'PUT /crm/v4/objects/{from}/{id}/associations/default/{to}/{toId}': {
      gives: { status: 'COMPLETE', results: [] },
    },
    'GET /crm/v3/owners': {
      query: z.strictObject({ ...paged, email: text }),
      gives: { results: [{ id: '9', firstName: 'Grace', lastName: 'Hopper' }] },
    },
    'GET /crm/v3/pipelines/{objectType}': labelled,
    'GET /crm/v3/pipelines/{objectType}/{pipeline}/stages': labelled,
    'GET /crm/v3/properties/contacts/lifecyclestage': {
      gives: { name: 'lifecyclestage', options: [{ value: 'lead', label: 'Lead' }] },
    },
    'GET /account-info/v3/details': { gives: { portalId: 12_345 } },
  },
};
