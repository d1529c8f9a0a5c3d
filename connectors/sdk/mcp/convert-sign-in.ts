import type { AuthScheme } from '@patchbay/shared/catalog';

import {
  apiKeyAuth,
  bearerAuth,
  noAuth,
  oauth2Auth,
  OFFLINE,
  type McpSignIn,
  type ToolListing,
} from '#sdk';

/** The ways to sign in at a server: those it publishes first, then the usual ones. */
export function convertSignIn({ place, signIn }: ToolListing): AuthScheme[] {
  if (place.transport === 'stdio') return [noAuth({ title: 'As the operator set it up' })];
  const usual = [noAuth(), bearerAuth(), apiKeyAuth({ place: 'header' })];
  return signIn ? [published(signIn), ...usual] : usual;
}

function published(signIn: McpSignIn): AuthScheme {
  const { issuer, authorizeUrl, tokenUrl, revokeUrl, registerUrl, resource } = signIn;
  const { methods, scopes, lasts } = signIn;
  const asked = [...scopes, ...(lasts && !scopes.includes(OFFLINE) ? [OFFLINE] : [])];
  return oauth2Auth({
    grant: 'code',
    issuer,
    authorizeUrl,
    tokenUrl,
    ...(revokeUrl && { revokeUrl }),
    ...(registerUrl && { registerUrl }),
    clientAuth: clientAuthOf(methods),
    scopes: asked.map((name) => ({ name, title: name, default: true })),
    // A provider that can be asked for lasting tokens gives them to who agrees anew.
    authorizeParams: { resource, ...(lasts && { prompt: 'consent' }) },
    tokenParams: { resource },
  });
}

function clientAuthOf(methods: string[]): 'basic' | 'post' | 'none' {
  if (methods.includes('client_secret_post')) return 'post';
  return methods.includes('client_secret_basic') ? 'basic' : 'none';
}
