import { z } from 'zod';

import { defineAction } from '#sdk';

import { imapConfig } from './config.ts';
import { countOutput, mailboxField, rangeOf, uidsField } from './fields.ts';
import { mustBeDone, withMailbox, withServer } from './with-mailbox.ts';

const BY_UID = { uid: true } as const;
const sampleCount = { count: 1 };
const tags = ['mail', 'email', 'imap'];

const destination = z.string().min(1).meta({
  title: 'To the mailbox',
  'x-options': 'mailboxes',
  'x-order': 3,
});

/** Moves messages. */
export const moveMessages = defineAction({
  title: 'Move messages',
  description: 'Moves messages into another mailbox.',
  tags: [...tags, 'archive'],
  input: z.strictObject({ mailbox: mailboxField, uids: uidsField, destination }),
  output: countOutput,
  sample: { mailbox: 'INBOX', uids: [42], destination: 'Archive' },
  sampleOutput: sampleCount,
  effects: { reads: false },
  config: imapConfig,
  run: (ctx) => {
    const { mailbox, uids, destination: to } = ctx.input;
    return withMailbox(ctx, { mailbox, write: true }, async (client) => {
      const moved = await client.messageMove(rangeOf(uids), to, BY_UID);
      mustBeDone(moved, `Moving to ${to}`);
      return { count: moved ? (moved.uidMap?.size ?? uids.length) : 0 };
    });
  },
});

/** Copies messages. */
export const copyMessages = defineAction({
  title: 'Copy messages',
  description: 'Copies messages into another mailbox.',
  tags,
  input: z.strictObject({ mailbox: mailboxField, uids: uidsField, destination }),
  output: countOutput,
  sample: { mailbox: 'INBOX', uids: [42], destination: 'Archive' },
  sampleOutput: sampleCount,
  effects: { reads: false },
  config: imapConfig,
  run: (ctx) => {
    const { mailbox, uids, destination: to } = ctx.input;
    return withMailbox(ctx, { mailbox, write: true }, async (client) => {
      const copied = await client.messageCopy(rangeOf(uids), to, BY_UID);
      mustBeDone(copied, `Copying to ${to}`);
      return { count: copied ? (copied.uidMap?.size ?? uids.length) : 0 };
    });
  },
});

/** Sets and removes flags. */
export const setFlags = defineAction({
  title: 'Set flags of messages',
  description: 'Marks messages as read, flagged or with words of your own.',
  tags: [...tags, 'read', 'unread', 'star', 'mark', 'label'],
  input: z.strictObject({
    mailbox: mailboxField,
    uids: uidsField,
    add: z.array(z.string().min(1)).default([]).meta({
      title: 'Set',
      description: '\\Seen is read, \\Flagged is starred, \\Answered is answered.',
      'x-order': 3,
    }),
    remove: z.array(z.string().min(1)).default([]).meta({ title: 'Remove', 'x-order': 4 }),
  }),
  output: countOutput,
  sample: { mailbox: 'INBOX', uids: [42], add: ['\\Seen'] },
  sampleOutput: sampleCount,
  effects: { reads: false, idempotent: true },
  config: imapConfig,
  run: (ctx) => {
    const { mailbox, uids, add, remove } = ctx.input;
    return withMailbox(ctx, { mailbox, write: true }, async (client) => {
      const range = rangeOf(uids);
      if (add.length > 0) mustBeDone(await client.messageFlagsAdd(range, add, BY_UID), 'Flags');
      if (remove.length > 0) {
        mustBeDone(await client.messageFlagsRemove(range, remove, BY_UID), 'Flags');
      }
      const left = await client.search({ uid: range }, BY_UID);
      return { count: left ? left.length : 0 };
    });
  },
});

/** Deletes messages. */
export const deleteMessages = defineAction({
  title: 'Delete messages',
  description: 'Deletes messages for good; to keep them, move them to the bin.',
  tags: [...tags, 'remove', 'expunge'],
  input: z.strictObject({ mailbox: mailboxField, uids: uidsField }),
  output: countOutput,
  sample: { mailbox: 'INBOX', uids: [42] },
  sampleOutput: sampleCount,
  effects: { reads: false, destructive: true, idempotent: true },
  config: imapConfig,
  run: (ctx) => {
    const { mailbox, uids } = ctx.input;
    return withMailbox(ctx, { mailbox, write: true }, async (client) => {
      const there = (await client.search({ uid: rangeOf(uids) }, BY_UID)) || [];
      if (there.length > 0) {
        mustBeDone(await client.messageDelete(rangeOf(there), BY_UID), 'Deleting');
      }
      return { count: there.length };
    });
  },
});

/** Makes a mailbox. */
export const createMailbox = defineAction({
  title: 'Create a mailbox',
  description: 'Makes a folder; when there is one already, nothing changes.',
  tags: [...tags, 'folder'],
  input: z.strictObject({
    path: z.string().min(1).meta({ title: 'Path', 'x-placeholder': 'Archive/2026', 'x-order': 1 }),
  }),
  output: z.object({ path: z.string(), created: z.boolean() }),
  sample: { path: 'Archive' },
  sampleOutput: { path: 'Archive', created: true },
  effects: { reads: false, idempotent: true },
  config: imapConfig,
  run: (ctx) =>
    withServer(ctx, async (client) => {
      const { path, created } = await client.mailboxCreate(ctx.input.path);
      return { path, created: created ?? false };
    }),
});
