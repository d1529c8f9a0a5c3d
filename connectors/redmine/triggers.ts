import type { JsonObject } from '@patchbay/shared/base';
import { z } from 'zod';

import { definePollTrigger, runBinding } from '#sdk';

import { issueOutput, projectField, sampleIssue } from './fields.ts';
import { pages } from './issues.ts';

type Issue = z.output<typeof issueOutput>;

const MOST = 500;
const ISSUES = { method: 'GET', path: '/issues.json' } as const;

/** Starts a flow for each issue that is new or was changed. */
export const updatedIssue = definePollTrigger({
  title: 'Issue is new or changed',
  description: 'Starts for each issue that is created, changed or gets a note.',
  tags: ['ticket', 'bug', 'new', 'updated'],
  input: z.strictObject({
    project_id: projectField.optional(),
    onlyNew: z.boolean().default(false).meta({ title: 'Only new ones', 'x-order': 2 }),
  }),
  payload: issueOutput.extend({ changeKey: z.string() }),
  sample: { ...sampleIssue, changeKey: '42 2026-11-24T10:00:00Z' },
  everyS: 120,
  key: 'changeKey',
  order: 'asc',
  poll: async (ctx, { cursor, manifest }) => {
    const { project_id, onlyNew } = ctx.input;
    const field = onlyNew ? 'created_on' : 'updated_on';
    const list = async (more: JsonObject): Promise<Issue[]> => {
      const input = { project_id, status_id: '*', ...more };
      const binding = { http: ISSUES, paginate: pages('issues') };
      return (await runBinding(binding, { ...ctx, input }, manifest)) as Issue[];
    };
    const [newest] = cursor ? [] : await list({ sort: `${field}:desc`, maxItems: 1 });
    // The first look, which starts nothing, marks what lies in the newest issue's second: another one
    // may yet come in it.
    const since = cursor ?? secondsOf(newest?.[field] ?? new Date(0).toISOString());
    const wanted = { [field]: `>=${since}`, sort: `${field}:asc,id`, maxItems: MOST };
    const items = await list(wanted);
    const last = items.at(-1)?.[field] ?? since;
    return { items: items.map((one) => withKey(one, onlyNew)), cursor: secondsOf(last) };
  },
});

function withKey(issue: Issue, onlyNew: boolean): Issue & { changeKey: string } {
  return { ...issue, changeKey: onlyNew ? String(issue.id) : `${issue.id} ${issue.updated_on}` };
}

// Redmine takes times to the second, with a Z and without a fraction.
function secondsOf(time: string): string {
  return `${new Date(time).toISOString().slice(0, 19)}Z`;
}
