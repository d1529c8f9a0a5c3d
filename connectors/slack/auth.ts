import { bearerAuth, oauth2Auth } from '#sdk';

export const slackAuth = [
  oauth2Auth({
    title: 'Sign in with Slack',
    help: 'Create a Slack app, add the redirect address shown here under OAuth & Permissions, and take client id and secret from Basic Information.',
    helpUrl: 'https://api.slack.com/apps',
    grant: 'code',
    authorizeUrl: 'https://slack.com/oauth/v2/authorize',
    tokenUrl: 'https://slack.com/api/oauth.v2.access',
    clientAuth: 'basic',
    scopeSeparator: ',',
    scopes: [
      { name: 'chat:write', title: 'Send messages', default: true },
      { name: 'channels:read', title: 'See public channels', default: true },
      { name: 'groups:read', title: 'See private channels it is in', default: true },
      { name: 'channels:history', title: 'Read public channels it is in', default: true },
      { name: 'groups:history', title: 'Read private channels it is in', default: true },
      { name: 'users:read', title: 'See people', default: true },
      { name: 'users:read.email', title: 'See mail addresses', default: true },
      { name: 'reactions:write', title: 'React with emoji', default: true },
      { name: 'channels:manage', title: 'Create and manage public channels' },
      { name: 'groups:write', title: 'Create and manage private channels' },
      { name: 'files:write', title: 'Share files' },
      { name: 'chat:write.customize', title: 'Send under another name and picture' },
    ],
  }),
  bearerAuth({
    id: 'bot',
    title: 'Bot token',
    help: 'Create a Slack app, give it its rights under OAuth & Permissions, install it, and copy the bot token (xoxb-…).',
    helpUrl: 'https://api.slack.com/apps',
  }),
];
