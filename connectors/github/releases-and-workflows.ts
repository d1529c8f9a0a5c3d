import { z } from 'zod';

import { defineHttpAction } from '#sdk';

import { branch, repository, SAMPLE_REPOSITORY, workflow } from './fields.ts';
import { release, SAMPLE_RELEASE } from './records.ts';

/** Publishes a release. */
export const createRelease = defineHttpAction({
  title: 'Create a release',
  description: 'Publishes a release, with its tag if there is none yet.',
  tags: ['publish', 'tag', 'version'],
  docsUrl: 'https://docs.github.com/en/rest/releases/releases',
  input: z.strictObject({
    ...repository,
    tag_name: z.string().min(1).meta({ title: 'Tag', 'x-placeholder': 'v1.4.0', 'x-order': 3 }),
    target_commitish: branch('Where the tag goes').optional().meta({
      description: 'A branch or commit; only when the tag is new. Empty is the default branch.',
      'x-order': 4,
    }),
    name: z.string().optional().meta({ title: 'Name', 'x-order': 5 }),
    body: z.string().optional().meta({
      title: 'Notes',
      'x-multiline': true,
      'x-order': 6,
    }),
    draft: z.boolean().optional().meta({ title: 'As a draft', 'x-order': 7 }),
    prerelease: z.boolean().optional().meta({ title: 'Not for production yet', 'x-order': 8 }),
    generate_release_notes: z.boolean().optional().meta({
      title: 'Let GitHub write the notes',
      'x-order': 9,
    }),
  }),
  output: release,
  sample: { ...SAMPLE_REPOSITORY, tag_name: 'v1.4.0', name: '1.4.0', body: 'Reports on Mondays.' },
  sampleOutput: SAMPLE_RELEASE,
  effects: { reads: false },
  http: { method: 'POST', path: '/repos/{owner}/{repo}/releases' },
});

/** Starts a workflow of GitHub Actions. */
export const runWorkflow = defineHttpAction({
  title: 'Run a workflow',
  description: 'Starts a workflow that has the trigger workflow_dispatch.',
  tags: ['actions', 'ci', 'deploy', 'dispatch'],
  docsUrl: 'https://docs.github.com/en/rest/actions/workflows',
  input: z.strictObject({
    ...repository,
    workflow_id: workflow,
    ref: branch('Branch or tag').meta({ 'x-order': 4 }),
    inputs: z.record(z.string(), z.string()).optional().meta({
      title: 'Inputs',
      description: 'As the workflow declares them.',
      'x-order': 5,
    }),
  }),
  sample: {
    ...SAMPLE_REPOSITORY,
    workflow_id: 'deploy.yml',
    ref: 'main',
    inputs: { where: 'staging' },
  },
  effects: { reads: false },
  http: {
    method: 'POST',
    path: '/repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches',
  },
});
