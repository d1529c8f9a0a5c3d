import type { AuthScheme } from '@patchbay/shared/catalog';
import { z } from 'zod';

import { toJsonSchema } from './schema.ts';

const secret = (title: string): z.ZodString => z.string().min(1).meta({ title, 'x-secret': true });

const WHERE = { header: 'header', query: 'query parameter', cookie: 'cookie' };

/** Words that a builder lets a connector choose. */
export interface SchemeWords {
  id?: string;
  title?: string;
  help?: string;
}

/** No credential at all. */
export function noAuth(words: SchemeWords = {}): AuthScheme {
  return { id: 'none', title: 'No authentication', ...words, type: 'none' };
}

/** User name and password (HTTP Basic). */
export function basicAuth(words: SchemeWords = {}): AuthScheme {
  const fields = z.strictObject({
    username: z.string().min(1).meta({ title: 'User name' }),
    password: z.string().meta({ title: 'Password', 'x-secret': true }),
  });
  const common = { id: 'basic', title: 'User name and password', fields: toJsonSchema(fields) };
  return { ...common, ...words, type: 'basic' };
}

/** A token in `Authorization: Bearer`. */
export function bearerAuth(words: SchemeWords = {}): AuthScheme {
  const fields = z.strictObject({ token: secret('Token') });
  const common = { id: 'bearer', title: 'Bearer token', fields: toJsonSchema(fields) };
  return { ...common, ...words, type: 'bearer' };
}

/** Where an API key goes. Without `name` the person names the header or parameter. */
export interface ApiKeyPlace extends SchemeWords {
  place: 'header' | 'query' | 'cookie';
  name?: string;
  prefix?: string;
}

/** An API key in a header, the query or a cookie. */
export function apiKeyAuth(place: ApiKeyPlace): AuthScheme {
  const key = { key: secret('Key') };
  const name = z.string().regex(/^[\w!#$%&'*+.^`|~-]+$/, 'must be a plain name');
  const named = name.meta({ title: 'Name', description: `Name of the ${WHERE[place.place]}.` });
  const fields = toJsonSchema(z.strictObject(place.name ? key : { name: named, ...key }));
  return {
    id: `key-${place.place}`,
    title: `API key (${place.place})`,
    fields,
    ...place,
    type: 'apiKey',
  };
}

/** Any fields, handed to the connector's own code: for protocols that are not HTTP. */
export function customAuth(
  words: Required<Pick<SchemeWords, 'id' | 'title'>> & SchemeWords,
  fields: z.ZodType,
): AuthScheme {
  return { ...words, fields: toJsonSchema(fields), type: 'custom' };
}
