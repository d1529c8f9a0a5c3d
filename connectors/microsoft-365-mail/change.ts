import type { OptionSourceManifest } from '@patchbay/shared/catalog';
import { z } from 'zod';

import { defineHttpAction } from '#sdk';

import { folder, importance, message, messageId, SAMPLE_MESSAGE } from './fields.ts';

const DOCS = 'https://learn.microsoft.com/en-us/graph/api';
const ONE = '/me/messages/{id}';

/** The folders of the mailbox, without those inside of others. */
export const folders: OptionSourceManifest = {
  http: {
    method: 'GET',
    path: '/me/mailFolders',
    query: { $top: '200', $select: 'id,displayName' },
  },
  items: 'value',
  label: 'displayName',
};

export const updateMessage = defineHttpAction({
  title: 'Mark a message',
  description: 'Marks a message as read or unread, flags it, sets its categories.',
  tags: ['read', 'unread', 'flag', 'category', 'update'],
  docsUrl: `${DOCS}/message-update`,
  input: z.strictObject({
    id: messageId,
    isRead: z.boolean().optional().meta({ title: 'Read', 'x-order': 2 }),
    flagStatus: z
      .enum(['notFlagged', 'flagged', 'complete'])
      .optional()
      .meta({ title: 'Flag', 'x-enumTitles': ['None', 'To do', 'Done'], 'x-order': 3 }),
    categories: z
      .array(z.string())
      .optional()
      .meta({ title: 'Categories', description: 'Replaces those it has.', 'x-order': 4 }),
    importance,
  }),
  output: message,
  sample: { id: SAMPLE_MESSAGE.id, isRead: true, flagStatus: 'flagged' },
  sampleOutput: { ...SAMPLE_MESSAGE, isRead: true },
  effects: { reads: false, idempotent: true },
  http: {
    method: 'PATCH',
    path: ONE,
    params: { flagStatus: { in: 'body', at: 'flag.flagStatus' } },
  },
});

export const moveMessage = defineHttpAction({
  title: 'Move a message',
  description: 'Puts a message into another folder.',
  tags: ['archive', 'folder'],
  docsUrl: `${DOCS}/message-move`,
  input: z.strictObject({
    id: messageId,
    destinationId: folder.meta({ title: 'To folder', 'x-order': 2 }),
  }),
  output: message,
  sample: { id: SAMPLE_MESSAGE.id, destinationId: 'archive' },
  sampleOutput: SAMPLE_MESSAGE,
  effects: { reads: false, idempotent: true },
  http: { method: 'POST', path: `${ONE}/move` },
});

export const deleteMessage = defineHttpAction({
  title: 'Delete a message',
  description: 'Puts a message into the deleted items.',
  tags: ['trash', 'remove'],
  docsUrl: `${DOCS}/message-delete`,
  input: z.strictObject({ id: messageId }),
  sample: { id: SAMPLE_MESSAGE.id },
  effects: { reads: false, destructive: true, idempotent: true },
  http: { method: 'DELETE', path: ONE },
});
