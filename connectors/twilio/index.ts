/** Twilio: messages, calls, codes and lookups. */
import { z } from 'zod';

import { basicAuth, defineConnector, readIcon } from '#sdk';

import { getCall, makeCall } from './calls.ts';
import { errorRules } from './error-rules.ts';
import { ACCOUNT } from './fields.ts';
import { messagingServices, numbers, verifyServices } from './live-options.ts';
import { getMessage, listMessages, sendByService, sendMessage } from './messages.ts';
import { messageReported } from './reported.ts';
import { callCompleted, messageReceived } from './triggers.ts';
import { checkVerification, lookUpNumber, startVerification } from './verify.ts';

export const twilio = defineConnector({
  id: 'twilio',
  version: '1.0.0',
  name: 'Twilio',
  description: 'Send text and WhatsApp messages, call, and verify numbers.',
  kind: 'service',
  categories: ['Communication', 'Messaging'],
  useCases: [
    'Send a text when an order is on its way.',
    'Call the person on duty when a server is down.',
    'Start a flow for each message that comes in.',
  ],
  icon: { svg: readIcon(import.meta.dirname), color: '#f22f46' },
  docsUrl: 'https://www.twilio.com/docs/usage/api',
  releases: [{ version: '1.0.0', date: '2026-11-24', breaking: false, notes: 'First release.' }],
  network: {
    baseUrl: 'https://api.twilio.com',
    allowedHosts: [
      'api.twilio.com',
      'messaging.twilio.com',
      'verify.twilio.com',
      'lookups.twilio.com',
    ],
    limits: [{ requests: 100, perS: 1 }],
    answers: { code: 'code', message: 'message' },
  },
  config: z.strictObject({
    accountSid: z
      .string()
      .regex(/^AC[0-9a-fA-F]{32}$/, 'is AC and 32 letters and digits')
      .meta({ title: 'Account SID', description: 'On the first page of the console.' }),
  }),
  auth: [
    basicAuth({
      title: 'API key',
      help: 'User name and password are SID and secret of an API key; the Account SID and the auth token work too.',
      helpUrl: 'https://console.twilio.com/us1/account/keys-credentials/api-keys',
    }),
  ],
  test: { http: { method: 'GET', path: `${ACCOUNT}.json` }, identity: 'friendly_name' },
  actions: {
    sendMessage,
    sendByService,
    getMessage,
    listMessages,
    makeCall,
    getCall,
    startVerification,
    checkVerification,
    lookUpNumber,
  },
  triggers: { messageReported, messageReceived, callCompleted },
  options: { numbers, messagingServices, verifyServices },
  errors: errorRules,
});
