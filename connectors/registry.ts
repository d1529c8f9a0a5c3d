import type { Connector } from '#sdk';

import { airtable } from './airtable/index.ts';
import { caldav } from './caldav/index.ts';
import { discord } from './discord/index.ts';
import { files } from './files/index.ts';
import { ftp } from './ftp/index.ts';
import { github } from './github/index.ts';
import { gmail } from './gmail/index.ts';
import { googleCalendar } from './google-calendar/index.ts';
import { googleSheets } from './google-sheets/index.ts';
import { graphql } from './graphql/index.ts';
import { http } from './http/index.ts';
import { hubspot } from './hubspot/index.ts';
import { imap } from './imap/index.ts';
import { jira } from './jira/index.ts';
import { kafka } from './kafka/index.ts';
import { ldap } from './ldap/index.ts';
import { microsoftMail } from './microsoft-365-mail/index.ts';
import { microsoftExcel } from './microsoft-excel/index.ts';
import { microsoftTeams } from './microsoft-teams/index.ts';
import { mongodb } from './mongodb/index.ts';
import { mqtt } from './mqtt/index.ts';
import { mysql } from './mysql/index.ts';
import { nats } from './nats/index.ts';
import { notion } from './notion/index.ts';
import { paypal } from './paypal/index.ts';
import { postgres } from './postgres/index.ts';
import { prometheus } from './prometheus/index.ts';
import { quickbooks } from './quickbooks/index.ts';
import { rabbitmq } from './rabbitmq/index.ts';
import { redis } from './redis/index.ts';
import { redmine } from './redmine/index.ts';
import { rss } from './rss/index.ts';
import { s3 } from './s3/index.ts';
import { salesforce } from './salesforce/index.ts';
import { sendgrid } from './sendgrid/index.ts';
import { sftp } from './sftp/index.ts';
import { shopify } from './shopify/index.ts';
import { slack } from './slack/index.ts';
import { smtp } from './smtp/index.ts';
import { sqlite } from './sqlite/index.ts';
import { stripe } from './stripe/index.ts';
import { telegram } from './telegram/index.ts';
import { twilio } from './twilio/index.ts';
import { webhookOut } from './webhook-out/index.ts';
import { xero } from './xero/index.ts';

/** Every connector of this build, newest version of each first. `(id, version)` is unique. */
export const connectors: Connector[] = [
  http,
  airtable,
  caldav,
  discord,
  files,
  ftp,
  github,
  gmail,
  googleCalendar,
  googleSheets,
  graphql,
  hubspot,
  imap,
  jira,
  microsoftExcel,
  microsoftMail,
  microsoftTeams,
  mongodb,
  mysql,
  notion,
  paypal,
  postgres,
  prometheus,
  quickbooks,
  redmine,
  rss,
  s3,
  salesforce,
  sendgrid,
  sftp,
  shopify,
  slack,
  smtp,
  sqlite,
  stripe,
  telegram,
  twilio,
  webhookOut,
  xero,
  kafka,
  mqtt,
  nats,
  rabbitmq,
  redis,
  ldap,
];

const byKey = new Map(connectors.map((one) => [keyOf(one.manifest), one]));

/** The connector with this id and exact version; `latest` gives the newest. */
export function findConnector(id: string, version: string): Connector | undefined {
  if (version !== 'latest') return byKey.get(keyOf({ id, version }));
  return connectors.find(({ manifest }) => manifest.id === id);
}

function keyOf({ id, version }: { id: string; version: string }): string {
  return `${id}@${version}`;
}
