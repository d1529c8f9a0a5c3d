import { z } from 'zod';

const named = z.object({ id: z.number().int(), name: z.string().optional() });
const text = z.string().nullish();

/** An issue as Redmine gives it. */
export const issueOutput = z.looseObject({
  id: z.number().int().meta({ title: 'Number' }),
  project: named.meta({ title: 'Project' }),
  tracker: named.meta({ title: 'Tracker' }),
  status: named.meta({ title: 'Status' }),
  priority: named.meta({ title: 'Priority' }),
  author: named.meta({ title: 'Author' }),
  assigned_to: named.optional().meta({ title: 'Assignee' }),
  subject: z.string().meta({ title: 'Subject' }),
  description: text.meta({ title: 'Description' }),
  start_date: text.meta({ title: 'Start' }),
  due_date: text.meta({ title: 'Due' }),
  done_ratio: z.number().int().meta({ title: 'Done (%)' }),
  created_on: z.string().meta({ title: 'Created' }),
  updated_on: z.string().meta({ title: 'Updated' }),
});

/** An issue for previews. */
export const sampleIssue = {
  id: 42,
  project: { id: 1, name: 'Shop' },
  tracker: { id: 1, name: 'Bug' },
  status: { id: 1, name: 'New' },
  priority: { id: 2, name: 'Normal' },
  author: { id: 5, name: 'Ann Arbor' },
  subject: 'The cart forgets an item',
  description: 'It happens after the second visit.',
  start_date: '2026-11-24',
  due_date: null,
  done_ratio: 0,
  created_on: '2026-11-24T10:00:00Z',
  updated_on: '2026-11-24T10:00:00Z',
};

const choice = (title: string, options: string, order: number) =>
  z.union([z.string(), z.number().int()]).meta({ title, 'x-options': options, 'x-order': order });

export const projectField = choice('Project', 'projects', 1);
export const trackerField = choice('Tracker', 'trackers', 2);
export const statusField = choice('Status', 'statuses', 3);
export const priorityField = choice('Priority', 'priorities', 4);
export const assigneeField = choice('Assignee', 'users', 5);

/** The number of an issue. */
export const issueField = z.number().int().min(1).meta({ title: 'Issue', 'x-order': 0 });

/** What an issue can hold, all optional. */
export const issueFields = {
  tracker_id: trackerField.optional(),
  status_id: statusField.optional(),
  priority_id: priorityField.optional(),
  assigned_to_id: assigneeField.optional(),
  description: z.string().optional().meta({
    title: 'Description',
    'x-multiline': true,
    'x-order': 7,
  }),
  parent_issue_id: z.number().int().optional().meta({ title: 'Parent issue', 'x-order': 8 }),
  start_date: z.iso.date().optional().meta({ title: 'Start', 'x-order': 9 }),
  due_date: z.iso.date().optional().meta({ title: 'Due', 'x-order': 10 }),
  estimated_hours: z.number().min(0).optional().meta({ title: 'Estimated hours', 'x-order': 11 }),
  done_ratio: z
    .number()
    .int()
    .min(0)
    .max(100)
    .optional()
    .meta({ title: 'Done (%)', 'x-order': 12 }),
  is_private: z.boolean().optional().meta({ title: 'Private', 'x-advanced': true, 'x-order': 13 }),
  custom_fields: z
    .array(z.object({ id: z.number().int(), value: z.any() }))
    .optional()
    .meta({ title: 'Custom fields', 'x-advanced': true, 'x-order': 14 }),
};
