import { z } from 'zod';

const text = z.string().nullish();
const login = z.looseObject({ login: z.string() }).nullish();

/** An issue as GitHub gives it; a pull request among issues has `pull_request`. */
export const issue = z.looseObject({
  id: z.number(),
  number: z.number().meta({ title: 'Number' }),
  title: z.string().meta({ title: 'Title' }),
  body: text,
  state: z.string(),
  html_url: z.string().meta({ title: 'Address' }),
  user: login,
  labels: z.array(z.looseObject({ name: text })).optional(),
  assignees: z.array(z.looseObject({ login: z.string() })).optional(),
  created_at: text,
  updated_at: text,
  closed_at: text,
});

export const pullRequest = z.looseObject({
  id: z.number(),
  number: z.number(),
  title: z.string(),
  state: z.string(),
  html_url: z.string(),
  draft: z.boolean().optional(),
  user: login,
  head: z.looseObject({ ref: z.string(), sha: z.string() }).optional(),
  base: z.looseObject({ ref: z.string() }).optional(),
  merged_at: text,
  updated_at: text,
});

export const comment = z.looseObject({
  id: z.number(),
  body: text,
  html_url: z.string(),
  user: login,
  created_at: text,
});

export const release = z.looseObject({
  id: z.number(),
  tag_name: z.string(),
  name: text,
  body: text,
  html_url: z.string(),
  draft: z.boolean().optional(),
  prerelease: z.boolean().optional(),
  published_at: text,
});

export const SAMPLE_ISSUE = {
  id: 1001,
  number: 7,
  title: 'The report is empty on Mondays',
  body: 'Seen since the last release.',
  state: 'open',
  html_url: 'https://github.com/octo-org/hello/issues/7',
  user: { login: 'ada' },
  labels: [{ name: 'bug' }],
  assignees: [{ login: 'grace' }],
  created_at: '2026-01-05T09:00:00Z',
  updated_at: '2026-01-05T09:00:00Z',
  closed_at: null,
};

export const SAMPLE_PULL = {
  id: 2001,
  number: 8,
  title: 'Fill the report on Mondays',
  state: 'open',
  html_url: 'https://github.com/octo-org/hello/pull/8',
  draft: false,
  user: { login: 'grace' },
  head: { ref: 'mondays', sha: '6dcb09b5b57875f334f61aebed695e2e4193db5e' },
  base: { ref: 'main' },
  merged_at: null,
  updated_at: '2026-01-05T12:00:00Z',
};

export const SAMPLE_RELEASE = {
  id: 3001,
  tag_name: 'v1.4.0',
  name: '1.4.0',
  body: 'Reports on Mondays.',
  html_url: 'https://github.com/octo-org/hello/releases/tag/v1.4.0',
  draft: false,
  prerelease: false,
  published_at: '2026-01-06T08:00:00Z',
};
