import { bearerAuth, oauth2Auth } from '#sdk';

export const gitHubAuth = [
  oauth2Auth({
    title: 'Sign in with GitHub',
    help: 'Register an OAuth app at GitHub with the callback address shown here; its client id and a new client secret go below.',
    helpUrl: 'https://github.com/settings/developers',
    grant: 'code',
    authorizeUrl: 'https://github.com/login/oauth/authorize',
    tokenUrl: 'https://github.com/login/oauth/access_token',
    clientAuth: 'post',
    scopes: [
      { name: 'repo', title: 'Repositories, also private ones', default: true },
      { name: 'read:org', title: 'Which organisations you belong to', default: true },
      { name: 'admin:repo_hook', title: 'Webhooks of repositories', default: true },
      { name: 'workflow', title: 'Files of workflows' },
    ],
  }),
  bearerAuth({
    id: 'token',
    title: 'Personal access token',
    help: 'Create a fine-grained token for the repositories you want: contents, issues, pull requests, actions and webhooks, read and write.',
    helpUrl: 'https://github.com/settings/personal-access-tokens',
  }),
];
