import type { AuthScheme, authSchemeSchema } from '@patchbay/shared/catalog';
import { z } from 'zod';

import { toJsonSchema } from './schema.ts';

const secret = (title: string): z.ZodString => z.string().min(1).meta({ title, 'x-secret': true });

const WHERE = { header: 'header', query: 'query parameter', cookie: 'cookie' };

/** Words that a builder lets a connector choose. */
export interface SchemeWords {
  id?: string;
  title?: string;
  help?: string;
  /** Page of the provider where the person obtains the credential. */
  helpUrl?: string;
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

type Written<T extends AuthScheme['type']> = Omit<
  Extract<z.input<typeof authSchemeSchema>, { type: T }>,
  'type' | 'fields' | 'id' | 'title'
> &
  SchemeWords;

const OAUTH_DEFAULTS = {
  id: 'oauth2',
  scopes: [],
  scopeSeparator: ' ',
  authorizeParams: {},
  tokenParams: {},
  keep: [],
};

/**
 * OAuth 2. The client id and secret come from the connector's own application, which an operator
 * registers once, or from the connection; further fields only where the provider needs them.
 */
export function oauth2Auth(scheme: Written<'oauth2'>, fields?: z.ZodType): AuthScheme {
  const title = scheme.grant === 'code' ? 'Sign in with the provider' : 'OAuth 2 application';
  const more = fields && { fields: toJsonSchema(fields) };
  return { ...OAUTH_DEFAULTS, title, ...scheme, ...more, type: 'oauth2' };
}

/** Several fields, each put where the API wants it: `{ headers: { 'X-Key': '{fields.key}' } }`. */
export function parametersAuth(scheme: Written<'parameters'>, fields: z.ZodType): AuthScheme {
  const common = { id: 'keys', title: 'Keys', headers: {}, query: {} };
  return { ...common, ...scheme, fields: toJsonSchema(fields), type: 'parameters' };
}

/** A login call whose answer holds the token that is then sent. */
export function tokenExchangeAuth(scheme: Written<'tokenExchange'>, fields: z.ZodType): AuthScheme {
  const common = { id: 'login', title: 'Log in' };
  return { ...common, ...scheme, fields: toJsonSchema(fields), type: 'tokenExchange' };
}

/** A client certificate. */
export function mutualTlsAuth(words: SchemeWords = {}): AuthScheme {
  const fields = z.strictObject({
    certificate: z.string().min(1).meta({ title: 'Certificate (PEM)', 'x-multiline': true }),
    privateKey: secret('Private key (PEM)').meta({ 'x-multiline': true }),
    passphrase: z.string().optional().meta({ title: 'Passphrase of the key', 'x-secret': true }),
    ca: z.string().optional().meta({ title: 'Authority of the server (PEM)', 'x-multiline': true }),
  });
  const common = { id: 'mtls', title: 'Client certificate', fields: toJsonSchema(fields) };
  return { ...common, ...words, type: 'mutualTls' };
}

/** AWS access keys; requests are signed. */
export function awsAuth(scheme: Written<'awsSigV4'>): AuthScheme {
  const fields = z.strictObject({
    accessKeyId: z.string().min(1).meta({ title: 'Access key id' }),
    secretAccessKey: secret('Secret access key'),
    sessionToken: z.string().optional().meta({ title: 'Session token', 'x-secret': true }),
  });
  const common = { id: 'aws', title: 'AWS access key', fields: toJsonSchema(fields) };
  return { ...common, ...scheme, type: 'awsSigV4' };
}

/** Any fields; the connector's `sign` puts them into each request. */
export function signedAuth(words: SchemeWords, fields: z.ZodType): AuthScheme {
  const common = { id: 'signed', title: 'Signing key', fields: toJsonSchema(fields) };
  return { ...common, ...words, type: 'signed' };
}

/** Any fields, handed to the connector's own code: for protocols that are not HTTP. */
export function customAuth(
  words: Required<Pick<SchemeWords, 'id' | 'title'>> & SchemeWords,
  fields: z.ZodType,
): AuthScheme {
  return { ...words, fields: toJsonSchema(fields), type: 'custom' };
}
