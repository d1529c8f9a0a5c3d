import { z } from 'zod';

import { defineEndpoint, okSchema, problemSchema } from '#base';

const params = z.object({ id: z.string() });

/** The page providers send people back to; registered with each OAuth application. */
export const OAUTH_CALLBACK = '/oauth/callback';

/** A person on the way to a provider and back; ends by itself after ten minutes. */
export const attemptSchema = z.object({
  id: z.string(),
  connection: z.string(),
  state: z.enum(['open', 'done', 'failed']),
  problem: problemSchema.optional(),
  /** What the provider did not grant of what was asked. */
  missingScopes: z.array(z.string()).optional(),
});
export type AuthorizeAttempt = z.infer<typeof attemptSchema>;

export const authorizeConnection = defineEndpoint({
  name: 'connections.authorize',
  method: 'POST',
  path: '/api/connections/:id/authorize',
  permission: 'connection.edit',
  summary: 'Begin the authorization at the provider: the address to send the person to',
  params,
  body: z.strictObject({
    /** Beyond the default ones and those already granted. */
    scopes: z.array(z.string()).default([]),
  }),
  result: z.object({ attempt: z.string(), url: z.string() }),
});

export const startDevice = defineEndpoint({
  name: 'connections.startDevice',
  method: 'POST',
  path: '/api/connections/:id/device',
  permission: 'connection.edit',
  summary: 'Begin the authorization on another device: the code to type in there',
  params,
  body: z.strictObject({ scopes: z.array(z.string()).default([]) }),
  result: z.object({
    attempt: z.string(),
    userCode: z.string(),
    verificationUri: z.string(),
    verificationUriComplete: z.string().optional(),
    expiresAt: z.number(),
    /** How often `getAttempt` may ask, in seconds. */
    intervalS: z.number(),
  }),
});

/** Of a device authorization each call asks the provider, but not more often than it allows. */
export const getAttempt = defineEndpoint({
  name: 'connections.getAttempt',
  method: 'POST',
  path: '/api/oauth/attempts/:id',
  permission: 'connection.edit',
  summary: 'What became of an authorization',
  params,
  result: attemptSchema,
});

/** The page of `OAUTH_CALLBACK` hands over what the provider put behind its address. */
export const finishAuthorization = defineEndpoint({
  name: 'connections.finishAuthorization',
  method: 'POST',
  path: '/api/oauth/callback',
  permission: 'connection.edit',
  summary: 'End the authorization that the person comes back from',
  body: z.strictObject({ query: z.string().max(20_000) }),
  result: attemptSchema,
});

export const oauthAppSchema = z.object({
  connector: z.string(),
  scheme: z.string(),
  clientId: z.string(),
  setAt: z.number(),
  setBy: z.string(),
});

export const listOAuthApps = defineEndpoint({
  name: 'connections.listOAuthApps',
  method: 'GET',
  path: '/api/oauth/apps',
  permission: 'connection.read',
  summary: 'The OAuth applications registered for connectors, and the redirect address they need',
  result: z.object({ redirectUri: z.string(), items: z.array(oauthAppSchema) }),
});

const appParams = z.object({ connector: z.string(), scheme: z.string() });

export const putOAuthApp = defineEndpoint({
  name: 'connections.putOAuthApp',
  method: 'PUT',
  path: '/api/oauth/apps/:connector/:scheme',
  permission: 'settings.edit',
  summary: 'Store the application that a connector signs people in with',
  params: appParams,
  body: z.strictObject({
    clientId: z.string().min(1).max(1000),
    clientSecret: z.string().max(10_000).optional(),
    privateKey: z.string().max(20_000).optional(),
    keyId: z.string().max(200).optional(),
  }),
  result: okSchema,
});

export const deleteOAuthApp = defineEndpoint({
  name: 'connections.deleteOAuthApp',
  method: 'DELETE',
  path: '/api/oauth/apps/:connector/:scheme',
  permission: 'settings.edit',
  summary: 'Remove the application of a connector',
  params: appParams,
  result: okSchema,
});
