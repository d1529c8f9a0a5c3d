import { z } from 'zod';

/** Which repository; part of every action. */
export const repository = {
  owner: z.string().min(1).meta({
    title: 'Owner',
    description: 'The person or organisation.',
    'x-options': 'owners',
    'x-order': 1,
  }),
  repo: z
    .string()
    .min(1)
    .meta({
      title: 'Repository',
      'x-options': 'repositories',
      'x-dependsOn': ['owner'],
      'x-order': 2,
    }),
};

export const issueNumber = z.number().int().min(1).meta({
  title: 'Number',
  description: 'As it stands behind the # of the issue or pull request.',
  'x-order': 3,
});

export const body = z.string().optional().meta({
  title: 'Text',
  description: 'In Markdown.',
  'x-multiline': true,
  'x-order': 5,
});

const OF_REPOSITORY = { 'x-dependsOn': ['owner', 'repo'] };

export const labels = z
  .array(z.string().meta({ title: 'Label', 'x-options': 'labels', ...OF_REPOSITORY }))
  .optional()
  .meta({ title: 'Labels', 'x-order': 6 });

export const assignees = z
  .array(z.string().meta({ title: 'Person', 'x-options': 'assignees', ...OF_REPOSITORY }))
  .optional()
  .meta({ title: 'Assigned to', 'x-order': 7 });

export const milestone = z
  .number()
  .int()
  .optional()
  .meta({
    title: 'Milestone',
    description: 'Its number.',
    'x-options': 'milestones',
    ...OF_REPOSITORY,
    'x-order': 8,
  });

/** A branch to choose, under a title. */
export const branch = (title: string) =>
  z
    .string()
    .min(1)
    .meta({ title, 'x-options': 'branches', ...OF_REPOSITORY });

export const workflow = z
  .string()
  .min(1)
  .meta({
    title: 'Workflow',
    description: 'Its id, or the name of its file.',
    'x-options': 'workflows',
    ...OF_REPOSITORY,
    'x-order': 3,
  });

export const SAMPLE_REPOSITORY = { owner: 'octo-org', repo: 'hello' };
