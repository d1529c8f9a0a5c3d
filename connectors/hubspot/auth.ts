import { bearerAuth, oauth2Auth } from '#sdk';

const both = (name: string, title: string) => [
  { name: `crm.objects.${name}.read`, title: `Read ${title}`, default: true },
  { name: `crm.objects.${name}.write`, title: `Create and change ${title}`, default: true },
];

export const hubSpotAuth = [
  bearerAuth({
    id: 'token',
    title: 'Token of a private app',
    help: 'In the settings of HubSpot under Integrations create a private app with the rights you need, and copy its access token.',
    helpUrl: 'https://developers.hubspot.com/docs/apps/legacy-apps/private-apps/overview',
  }),
  oauth2Auth({
    title: 'Sign in with HubSpot',
    help: 'Create an app in a developer account with the redirect address and the rights shown here; client id and secret are under Auth.',
    helpUrl: 'https://app.hubspot.com/developer',
    grant: 'code',
    authorizeUrl: 'https://app.hubspot.com/oauth/authorize',
    tokenUrl: 'https://api.hubapi.com/oauth/v1/token',
    clientAuth: 'post',
    scopes: [
      { name: 'oauth', title: 'Sign in', default: true },
      ...both('contacts', 'contacts'),
      ...both('companies', 'companies'),
      ...both('deals', 'deals'),
      { name: 'crm.objects.owners.read', title: 'See owners', default: true },
      { name: 'tickets', title: 'Tickets' },
    ],
    lifetimeS: 1800,
  }),
];
