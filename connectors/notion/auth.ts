import { bearerAuth, oauth2Auth } from '#sdk';

export const notionAuth = [
  bearerAuth({
    id: 'token',
    title: 'Token of an integration',
    help: 'Create an internal integration, copy its secret, and add the integration to the pages it may see, under "Connections" in their menu.',
    helpUrl: 'https://www.notion.so/profile/integrations',
  }),
  oauth2Auth({
    title: 'Sign in with Notion',
    help: 'Create a public integration with the redirect address shown here; client id and secret are in its settings.',
    helpUrl: 'https://www.notion.so/profile/integrations',
    grant: 'code',
    authorizeUrl: 'https://api.notion.com/v1/oauth/authorize',
    tokenUrl: 'https://api.notion.com/v1/oauth/token',
    revokeUrl: 'https://api.notion.com/v1/oauth/revoke',
    clientAuth: 'basic',
    authorizeParams: { owner: 'user' },
    keep: ['workspace_name', 'workspace_id'],
    rotates: true,
  }),
];
