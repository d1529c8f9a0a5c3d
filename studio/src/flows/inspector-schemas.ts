import type { JsonSchema } from '@patchbay/shared/catalog';
import type { NodeKind } from '@patchbay/shared/flows';

/** The input of kinds whose shape we know. What is not here is any value: code. */
export const inputSchemas: Partial<Record<NodeKind, JsonSchema>> = {
  respond: {
    type: 'object',
    properties: {
      status: {
        type: 'integer',
        title: 'Status',
        description: 'HTTP status of the answer.',
        default: 200,
        minimum: 100,
        maximum: 599,
        'x-order': 1,
      },
      body: { title: 'Body', description: 'JSON, or text.', 'x-order': 2 },
      headers: {
        type: 'object',
        title: 'Headers',
        additionalProperties: { type: 'string' },
        'x-order': 3,
        'x-advanced': true,
      },
    },
  },
  fail: {
    type: 'object',
    required: ['message'],
    properties: {
      message: {
        type: 'string',
        title: 'What went wrong',
        description: 'Shown on the run and in alerts.',
        'x-order': 1,
      },
      hint: { type: 'string', title: 'What to do about it', 'x-order': 2 },
    },
  },
};
