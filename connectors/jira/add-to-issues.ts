import { z } from 'zod';

import { defineHttpAction } from '#sdk';

import { issueKey } from './fields.ts';

/** Says something below an issue. */
export const addComment = defineHttpAction({
  title: 'Comment on an issue',
  description: 'Writes a comment below an issue.',
  tags: ['note', 'reply'],
  docsUrl: 'https://developer.atlassian.com/cloud/jira/platform/rest/v2/api-group-issue-comments/',
  input: z.strictObject({
    issue: issueKey,
    body: z.string().min(1).meta({ title: 'Text', 'x-multiline': true, 'x-order': 2 }),
    visibility: z
      .strictObject({
        type: z.enum(['role', 'group']).meta({ title: 'Kind', 'x-enumTitles': ['Role', 'Group'] }),
        value: z.string().min(1).meta({ title: 'Name', 'x-placeholder': 'Developers' }),
      })
      .optional()
      .meta({
        title: 'Only for',
        description: 'A project role or a group. Empty: everybody who sees the issue.',
        'x-advanced': true,
        'x-order': 3,
      }),
  }),
  output: z.looseObject({
    id: z.string(),
    body: z.string().optional(),
    created: z.string().optional(),
  }),
  sample: { issue: 'SHOP-42', body: 'Mended in 1.4.0.' },
  sampleOutput: { id: '10500', body: 'Mended in 1.4.0.', created: '2026-01-06T08:05:00.000+0100' },
  effects: { reads: false },
  http: { method: 'POST', path: '/issue/{issue}/comment' },
});

/** A file at an issue. */
export const addAttachment = defineHttpAction({
  title: 'Attach a file to an issue',
  description: 'Adds a file to an issue.',
  tags: ['upload', 'document', 'picture'],
  docsUrl:
    'https://developer.atlassian.com/cloud/jira/platform/rest/v2/api-group-issue-attachments/',
  input: z.strictObject({
    issue: issueKey,
    file: z
      .looseObject({ base64: z.string(), name: z.string(), type: z.string().optional() })
      .meta({
        title: 'File',
        description: 'As another step gives it: name, type and content in base64.',
        'x-order': 2,
      }),
  }),
  output: z.looseObject({
    id: z.string(),
    filename: z.string(),
    size: z.number().optional(),
    mimeType: z.string().optional(),
  }),
  sample: {
    issue: 'SHOP-42',
    file: { name: 'log.txt', type: 'text/plain', base64: 'bm90aGluZw==' },
  },
  sampleOutput: { id: '10001', filename: 'log.txt', size: 7, mimeType: 'text/plain' },
  effects: { reads: false },
  http: {
    method: 'POST',
    path: '/issue/{issue}/attachments',
    // Jira refuses an upload without it, to tell programs from forged forms.
    headers: { 'X-Atlassian-Token': 'no-check' },
    body: { type: 'multipart' },
    result: '0',
  },
});

/** Time that was spent. */
export const addWorklog = defineHttpAction({
  title: 'Log work on an issue',
  description: 'Records time that was spent on an issue.',
  tags: ['time', 'tracking', 'hours'],
  docsUrl: 'https://developer.atlassian.com/cloud/jira/platform/rest/v2/api-group-issue-worklogs/',
  input: z.strictObject({
    issue: issueKey,
    timeSpentSeconds: z.number().int().min(60).meta({
      title: 'Time (seconds)',
      'x-order': 2,
    }),
    started: z
      .string()
      .regex(
        /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}[+-]\d{4}$/,
        'is like 2026-01-06T09:00:00.000+0100',
      )
      .optional()
      .meta({ title: 'Begun', description: 'Empty is now.', 'x-order': 3 }),
    comment: z.string().optional().meta({ title: 'Text', 'x-order': 4 }),
  }),
  output: z.looseObject({ id: z.string(), timeSpent: z.string().optional() }),
  sample: { issue: 'SHOP-42', timeSpentSeconds: 5400, comment: 'Found the cause.' },
  sampleOutput: { id: '10028', timeSpent: '1h 30m' },
  effects: { reads: false },
  http: { method: 'POST', path: '/issue/{issue}/worklog' },
});
