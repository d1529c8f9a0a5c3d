import { z } from 'zod';

import { httpCallSchema } from './http-binding.ts';
import { jsonSchemaSchema } from './json-schema.ts';

const common = {
  id: z.string(),
  title: z.string(),
  /** One or two sentences beside the form. */
  help: z.string().optional(),
  /** Page of the provider where the person obtains the credential. */
  helpUrl: z.string().optional(),
  /** What the person fills in; secret fields carry `x-secret`. */
  fields: jsonSchemaSchema.optional(),
};

/** A right that a provider grants, in its own name and in words. */
export const scopeSchema = z.object({
  name: z.string(),
  title: z.string(),
  /** Asked for from the start; others when an action needs them. */
  default: z.boolean().optional(),
});
export type AuthScope = z.infer<typeof scopeSchema>;

/**
 * Addresses may hold `{config.field}` and `{fields.field}`. Every grant ends in an access token that
 * is sent as `Authorization: <prefix> <token>`.
 */
const oauth2Schema = z.object({
  ...common,
  type: z.literal('oauth2'),
  /** `code` is the authorization code with PKCE; `device` shows a code to type in elsewhere. */
  grant: z.enum(['code', 'client_credentials', 'device', 'jwt_bearer']),
  /** Whose `iss` an answer must carry, when the provider sends one. */
  issuer: z.string().optional(),
  authorizeUrl: z.string().optional(),
  deviceUrl: z.string().optional(),
  tokenUrl: z.string(),
  revokeUrl: z.string().optional(),
  /** Where we may register ourselves as a client (RFC 7591) when no application is stored. */
  registerUrl: z.string().optional(),
  /** How the client proves who it is at the token endpoint. */
  clientAuth: z.enum(['basic', 'post', 'private_key_jwt', 'none']),
  scopes: z.array(scopeSchema).default([]),
  scopeSeparator: z.string().default(' '),
  /** Added to the authorize address, such as `access_type=offline`. */
  authorizeParams: z.record(z.string(), z.string()).default({}),
  /** Added to every request at the token endpoint, such as `audience`. */
  tokenParams: z.record(z.string(), z.string()).default({}),
  /** Where the access token stands in the answer. Default `access_token`. */
  tokenPath: z.string().optional(),
  /** Fields of the token answer that are no secret and are kept as `{account.field}`. */
  keep: z.array(z.string()).default([]),
  /** Word before the token. Default `Bearer`. */
  prefix: z.string().optional(),
  /** Seconds an access token lives when the answer does not say. */
  lifetimeS: z.number().optional(),
  /** Seconds a refresh token lives unused, when the provider documents it. */
  refreshLifetimeS: z.number().optional(),
  /** Each refresh gives a new refresh token and ends the old one. */
  rotates: z.boolean().optional(),
});
export type OAuth2Scheme = z.infer<typeof oauth2Schema>;

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
  /** Several fields of any kind, each put where the API wants it; `{fields.name}` fills them in. */
  z.object({
    ...common,
    type: z.literal('parameters'),
    headers: z.record(z.string(), z.string()).default({}),
    query: z.record(z.string(), z.string()).default({}),
  }),
  oauth2Schema,
  /** A login call whose answer holds a token, which is then sent with every request. */
  z.object({
    ...common,
    type: z.literal('tokenExchange'),
    request: httpCallSchema,
    /** Where the token stands in the answer. */
    tokenPath: z.string(),
    /** Where its lifetime in seconds stands; else `lifetimeS`. */
    expiresPath: z.string().optional(),
    lifetimeS: z.number().optional(),
    /** Header that carries the token, default `Authorization`, and the word before it. */
    header: z.string().optional(),
    prefix: z.string().optional(),
  }),
  /** Fields `certificate` and `privateKey` (PEM), optional `passphrase` and `ca`. */
  z.object({ ...common, type: z.literal('mutualTls') }),
  /** Fields `accessKeyId`, `secretAccessKey`, optional `sessionToken`; templates as above. */
  z.object({
    ...common,
    type: z.literal('awsSigV4'),
    service: z.string(),
    region: z.string(),
  }),
  /** Any fields; the connector's own code signs each request with them. */
  z.object({ ...common, type: z.literal('signed') }),
  /** Any fields, handed to the connector's own code: for protocols that are not HTTP. */
  z.object({ ...common, type: z.literal('custom') }),
]);
export type AuthScheme = z.infer<typeof authSchemeSchema>;
export type AuthSchemeOf<T extends AuthScheme['type']> = Extract<AuthScheme, { type: T }>;
