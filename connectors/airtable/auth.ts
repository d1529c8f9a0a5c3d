import { bearerAuth, oauth2Auth } from '#sdk';

export const airtableAuth = [
  bearerAuth({
    id: 'token',
    title: 'Personal access token',
    help: 'Create a token with the rights data.records:read, data.records:write and schema.bases:read, for comments data.recordComments:write, for news at once webhook:manage, and add the bases it may use.',
    helpUrl: 'https://airtable.com/create/tokens',
  }),
  oauth2Auth({
    title: 'Sign in with Airtable',
    help: 'Register an OAuth integration with the redirect address and the rights shown here; client id and secret are on its page.',
    helpUrl: 'https://airtable.com/create/oauth',
    grant: 'code',
    authorizeUrl: 'https://airtable.com/oauth2/v1/authorize',
    tokenUrl: 'https://airtable.com/oauth2/v1/token',
    clientAuth: 'basic',
    scopes: [
      { name: 'data.records:read', title: 'Read records', default: true },
      { name: 'data.records:write', title: 'Create, change and delete records', default: true },
      { name: 'schema.bases:read', title: 'See bases, tables and fields', default: true },
      { name: 'data.recordComments:write', title: 'Write comments' },
      { name: 'webhook:manage', title: 'Register addresses for news' },
    ],
    lifetimeS: 3600,
    refreshLifetimeS: 60 * 24 * 3600,
    rotates: true,
  }),
];
