import type { AuthScheme, AuthScope } from '@patchbay/shared/catalog';
import { z } from 'zod';

import { oauth2Auth } from './auth-schemes.ts';

/** Sign-in with a Google account; `library` is the page of the API that must be enabled. */
export function googleSignIn(scopes: AuthScope[], library: string): AuthScheme {
  return oauth2Auth({
    title: 'Sign in with Google',
    help: `In a project of the Google Cloud console enable the API (${library}), then create an OAuth client of the type "Web application" with the redirect address shown here.`,
    helpUrl: 'https://console.cloud.google.com/apis/credentials',
    grant: 'code',
    issuer: 'https://accounts.google.com',
    authorizeUrl: 'https://accounts.google.com/o/oauth2/v2/auth',
    tokenUrl: 'https://oauth2.googleapis.com/token',
    revokeUrl: 'https://oauth2.googleapis.com/revoke',
    clientAuth: 'post',
    // Without both, Google gives a refresh token on the very first consent only, or none.
    authorizeParams: { access_type: 'offline', prompt: 'consent' },
    scopes,
    lifetimeS: 3600,
    refreshLifetimeS: 15_552_000,
  });
}

/** Setting of a Microsoft connection: whose accounts may sign in. */
export const microsoftTenant = z
  .string()
  .regex(/^[\w.-]+$/, 'is an id or a domain')
  .default('common')
  .meta({
    title: 'Tenant',
    description:
      'Id or domain of the organisation. "common" lets any account sign in, "organizations" those of work or school.',
    'x-advanced': true,
  });

/** Sign-in with a Microsoft account; the connection's setting `tenant` says of which organisation. */
export function microsoftSignIn(scopes: AuthScope[]): AuthScheme {
  const login = 'https://login.microsoftonline.com/{config.tenant}/oauth2/v2.0';
  return oauth2Auth({
    title: 'Sign in with Microsoft',
    help: 'In the Microsoft Entra admin center register an application for the web with the redirect address shown here, add the delegated permissions of Microsoft Graph, and create a client secret.',
    helpUrl: 'https://entra.microsoft.com/#view/Microsoft_AAD_RegisteredApps/ApplicationsListBlade',
    grant: 'code',
    authorizeUrl: `${login}/authorize`,
    tokenUrl: `${login}/token`,
    clientAuth: 'post',
    scopes: [
      ...scopes,
      { name: 'User.Read', title: 'Read who you are', default: true },
      { name: 'offline_access', title: 'Stay signed in', default: true },
    ],
    lifetimeS: 3600,
    refreshLifetimeS: 7_776_000,
    rotates: true,
  });
}
