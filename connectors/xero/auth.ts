import { oauth2Auth } from '#sdk';

/** The person signs in at Xero; the organisation is chosen afterwards. */
export const xeroAuth = oauth2Auth({
  title: 'Sign in with Xero',
  help: 'Create an app of the kind "Web app" in the Xero developer portal, and enter the redirect address shown here. Its client id and a generated client secret go below.',
  helpUrl: 'https://developer.xero.com/app/manage',
  grant: 'code',
  authorizeUrl: 'https://login.xero.com/identity/connect/authorize',
  tokenUrl: 'https://identity.xero.com/connect/token',
  revokeUrl: 'https://identity.xero.com/connect/revocation',
  clientAuth: 'basic',
  scopes: [
    { name: 'offline_access', title: 'Stay signed in', default: true },
    { name: 'accounting.invoices', title: 'Invoices, bills and items', default: true },
    { name: 'accounting.payments', title: 'Payments', default: true },
    { name: 'accounting.contacts', title: 'Contacts', default: true },
    {
      name: 'accounting.settings',
      title: 'Organisation, accounts, items and tax rates',
      default: true,
    },
    { name: 'accounting.banktransactions', title: 'Money spent and received' },
    { name: 'accounting.attachments', title: 'Attached files' },
  ],
  lifetimeS: 30 * 60,
  refreshLifetimeS: 60 * 24 * 3600,
  rotates: true,
});
