import type { OptionSourceManifest } from '@patchbay/shared/catalog';
import { z } from 'zod';

import { defineHttpAction } from '#sdk';

import { messageId, reference, SAMPLE_REFERENCE } from './fields.ts';

const DOCS = 'https://developers.google.com/workspace/gmail/api/reference/rest/v1';
const labelList = z.array(z.string().meta({ 'x-options': 'labels' })).optional();
const label = z.looseObject({ id: z.string(), name: z.string() });

/** The labels of the account, those of Gmail itself among them. */
export const labels: OptionSourceManifest = {
  http: { method: 'GET', path: '/users/me/labels' },
  items: 'labels',
};

export const changeLabels = defineHttpAction({
  title: 'Change the labels of a message',
  description: 'Adds and removes labels: without UNREAD it is read, without INBOX archived.',
  tags: ['mark as read', 'archive', 'star', 'move', 'tag'],
  docsUrl: `${DOCS}/users.messages/modify`,
  input: z.strictObject({
    id: messageId,
    addLabelIds: labelList.meta({ title: 'Add', 'x-order': 2 }),
    removeLabelIds: labelList.meta({ title: 'Remove', 'x-order': 3 }),
  }),
  output: reference,
  sample: { id: '18c1f0a2b3d4e5f7', addLabelIds: ['STARRED'], removeLabelIds: ['UNREAD'] },
  sampleOutput: { ...SAMPLE_REFERENCE, labelIds: ['INBOX', 'STARRED'] },
  effects: { reads: false, idempotent: true },
  http: { method: 'POST', path: '/users/me/messages/{id}/modify' },
});

export const trashMessage = defineHttpAction({
  title: 'Move a message to the trash',
  description: 'Gmail deletes it for good after 30 days.',
  tags: ['delete', 'remove'],
  docsUrl: `${DOCS}/users.messages/trash`,
  input: z.strictObject({ id: messageId }),
  output: reference,
  sample: { id: '18c1f0a2b3d4e5f7' },
  sampleOutput: { ...SAMPLE_REFERENCE, labelIds: ['TRASH'] },
  effects: { reads: false, destructive: true, idempotent: true },
  http: { method: 'POST', path: '/users/me/messages/{id}/trash' },
});

export const createLabel = defineHttpAction({
  title: 'Create a label',
  description: 'Adds a label to the account.',
  tags: ['folder', 'tag'],
  docsUrl: `${DOCS}/users.labels/create`,
  input: z.strictObject({
    name: z.string().min(1).meta({
      title: 'Name',
      description: 'A slash puts it below another label.',
      'x-placeholder': 'Orders/Paid',
      'x-order': 1,
    }),
    labelListVisibility: z
      .enum(['labelShow', 'labelShowIfUnread', 'labelHide'])
      .optional()
      .meta({
        title: 'In the list of labels',
        'x-enumTitles': ['Shown', 'Shown when something is unread', 'Hidden'],
        'x-advanced': true,
      }),
    messageListVisibility: z
      .enum(['show', 'hide'])
      .optional()
      .meta({
        title: 'In the list of messages',
        'x-enumTitles': ['Shown', 'Hidden'],
        'x-advanced': true,
      }),
  }),
  output: label,
  sample: { name: 'Orders/Paid' },
  sampleOutput: { id: 'Label_12', name: 'Orders/Paid' },
  effects: { reads: false },
  http: { method: 'POST', path: '/users/me/labels' },
});
