import type { TestCase } from '@patchbay/shared/testing';

import type { Query } from '#db';

/** Keeps a flow's tests with the version that goes live, once: they are versioned as the flow is. */
export async function keepSuite(
  query: Query,
  { flowId, versionId }: { flowId: string; versionId: string },
): Promise<void> {
  const rows = await query<{ body: string }>(
    'select body from test_case where subject = ? order by id',
    [`flow:${flowId}`],
  );
  await query(
    `insert into test_suite_version (version_id, flow_id, cases) values (?, ?, ?)
     on conflict (version_id) do nothing`,
    [versionId, flowId, `[${rows.map(({ body }) => body).join(',')}]`],
  );
}

/** The tests as they were when the version was published. */
export async function keptSuite(query: Query, versionId: string): Promise<TestCase[]> {
  const [row] = await query<{ cases: string }>(
    'select cases from test_suite_version where version_id = ?',
    [versionId],
  );
  return JSON.parse(row?.cases ?? '[]') as TestCase[];
}
