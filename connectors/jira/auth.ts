import { basicAuth, oauth2Auth } from '#sdk';

export const jiraAuth = [
  oauth2Auth({
    title: 'Sign in with Atlassian',
    help: 'Create an OAuth 2.0 app in the developer console, add the Jira API with its rights and the callback address shown here; client id and secret are under Settings.',
    helpUrl: 'https://developer.atlassian.com/console/myapps/',
    grant: 'code',
    authorizeUrl: 'https://auth.atlassian.com/authorize',
    tokenUrl: 'https://auth.atlassian.com/oauth/token',
    clientAuth: 'post',
    authorizeParams: { audience: 'api.atlassian.com', prompt: 'consent' },
    scopes: [
      { name: 'read:jira-work', title: 'Read projects and issues', default: true },
      { name: 'write:jira-work', title: 'Create and change issues', default: true },
      { name: 'read:jira-user', title: 'See people', default: true },
      { name: 'offline_access', title: 'Stay signed in', default: true },
    ],
    lifetimeS: 3600,
    refreshLifetimeS: 90 * 24 * 3600,
    rotates: true,
  }),
  basicAuth({
    id: 'token',
    title: 'API token',
    help: 'Create an API token in the security settings of your Atlassian account. The user name is your mail address, the password is the token.',
    helpUrl: 'https://id.atlassian.com/manage-profile/security/api-tokens',
  }),
];
