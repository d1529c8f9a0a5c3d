import { z } from 'zod';

import { jsonSchemaSchema } from './json-schema.ts';

const common = {
  id: z.string(),
  title: z.string(),
  help: z.string().optional(),
  /** What the person fills in; secret fields carry `x-secret`. */
  fields: jsonSchemaSchema.optional(),
};

/** One way to authenticate. The person picks one of a connector's schemes. */
export const authSchemeSchema = z.discriminatedUnion('type', [
  z.object({ ...common, type: z.literal('none') }),
  /** Fields `username` and `password`. */
  z.object({ ...common, type: z.literal('basic') }),
  /** Field `token`, sent as `Authorization: Bearer`. */
  z.object({ ...common, type: z.literal('bearer') }),
  /** Field `key`. */
  z.object({
    ...common,
    type: z.literal('apiKey'),
    place: z.enum(['header', 'query', 'cookie']),
    /** Name of the header or parameter; absent when the person names it in the field `name`. */
    name: z.string().optional(),
    prefix: z.string().optional(),
  }),
  /** Any fields, handed to the connector's own code: for protocols that are not HTTP. */
  z.object({ ...common, type: z.literal('custom') }),
]);
export type AuthScheme = z.infer<typeof authSchemeSchema>;
