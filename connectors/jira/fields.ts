import { z } from 'zod';

export const issueKey = z.string().min(1).meta({
  title: 'Issue',
  description: 'Its key or id.',
  'x-placeholder': 'SHOP-42',
  'x-order': 1,
});

export const project = z.string().min(1).meta({
  title: 'Project',
  'x-options': 'projects',
  'x-placeholder': 'SHOP',
  'x-order': 1,
});

const ofProject = { 'x-dependsOn': ['project'] };

/** Fields that creating and changing have in common, by their place below `fields`. */
export const details = {
  description: z.string().optional().meta({
    title: 'Description',
    description: 'Plain text, or the wiki markup of Jira.',
    'x-multiline': true,
    'x-order': 4,
  }),
  priority: z.string().optional().meta({
    title: 'Priority',
    'x-options': 'priorities',
    'x-order': 5,
  }),
  labels: z.array(z.string()).optional().meta({ title: 'Labels', 'x-order': 7 }),
  duedate: z.iso.date().optional().meta({ title: 'Due date', 'x-order': 8 }),
  parent: z.string().optional().meta({
    title: 'Parent',
    description: 'The key of the epic or of the issue it is a part of.',
    'x-placeholder': 'SHOP-7',
    'x-order': 9,
  }),
};

export const assignee = z
  .string()
  .optional()
  .meta({
    title: 'Assigned to',
    description: 'The account id of a person.',
    'x-options': 'assignees',
    ...ofProject,
    'x-order': 6,
  });

export const person = z.string().min(1).meta({
  title: 'Person',
  description: 'An account id.',
  'x-options': 'people',
});

export const issueType = z
  .string()
  .min(1)
  .meta({
    title: 'Type',
    'x-options': 'issueTypes',
    ...ofProject,
    'x-order': 2,
  });

/** Whatever else a site has set up. Comes first in the schema, so that named fields win. */
export const otherFields = z.record(z.string(), z.any()).optional().meta({
  title: 'Other fields',
  description: 'By their id, such as customfield_10010, in the form that Jira wants.',
  'x-language': 'json',
  'x-advanced': true,
  'x-order': 20,
});

/** Where the inputs above go in the body. */
export const fieldPlaces = {
  fields: { in: 'body', at: 'fields' },
  project: { in: 'body', at: 'fields.project.key' },
  issuetype: { in: 'body', at: 'fields.issuetype.id' },
  summary: { in: 'body', at: 'fields.summary' },
  description: { in: 'body', at: 'fields.description' },
  priority: { in: 'body', at: 'fields.priority.id' },
  assignee: { in: 'body', at: 'fields.assignee.accountId' },
  labels: { in: 'body', at: 'fields.labels' },
  duedate: { in: 'body', at: 'fields.duedate' },
  parent: { in: 'body', at: 'fields.parent.key' },
} as const;

const named = z.looseObject({ name: z.string().optional() }).nullish();

/** An issue as Jira gives it. */
export const issue = z.looseObject({
  id: z.string(),
  key: z.string().meta({ title: 'Key' }),
  fields: z
    .looseObject({
      summary: z.string().nullish(),
      description: z.string().nullish(),
      status: named,
      issuetype: named,
      priority: named,
      assignee: z.looseObject({ displayName: z.string().optional() }).nullish(),
      created: z.string().optional(),
      updated: z.string().optional(),
      labels: z.array(z.string()).optional(),
    })
    .optional(),
});

export const SAMPLE_ISSUE = {
  id: '10042',
  key: 'SHOP-42',
  fields: {
    summary: 'The report is empty on Mondays',
    description: 'Seen since the last release.',
    status: { name: 'To Do' },
    issuetype: { name: 'Bug' },
    priority: { name: 'High' },
    assignee: null,
    created: '2026-01-05T09:00:00.000+0100',
    updated: '2026-01-05T09:30:00.000+0100',
    labels: ['report'],
  },
};
