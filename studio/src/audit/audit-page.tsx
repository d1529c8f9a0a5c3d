import { listAudit } from '@patchbay/shared/audit';
import type { AuditEntry } from '@patchbay/shared/audit';
import { toProblem } from '@patchbay/shared/base';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { ListTree } from 'lucide-react';

import { Permitted, useMe } from '#access';
import { call } from '#lib';
import { Button, EmptyState, Loading, Page, Panel, ProblemNote } from '#ui';

import { AuditFilters } from './audit-filters.tsx';
import { groupEntries } from './audit-groups.ts';
import { AuditRow } from './audit-row.tsx';

/** Who did what and when; filters stand in the address. */
export function AuditPage() {
  return (
    <Permitted permission={listAudit.permission} title="Audit">
      <AuditLog />
    </Permitted>
  );
}

function AuditLog() {
  const search = useSearch({ from: '/audit' });
  const me = useMe();
  const where = me && me.role !== 'owner' ? ` in “${me.project.name}”` : '';
  const audit = useInfiniteQuery({
    queryKey: [listAudit.name, search],
    queryFn: ({ pageParam, signal }) =>
      call(listAudit, { query: { ...search, after: pageParam, limit: 100 } }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  });
  const items = audit.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page
      title="Audit"
      lead={`Every change and every refusal${where}, newest first. It can’t be edited.`}
    >
      <AuditFilters items={items} />
      {audit.isPending && <Loading what="the log" />}
      {audit.error && <ProblemNote problem={toProblem(audit.error)} onAgain={audit.refetch} />}
      {audit.data && items.length === 0 && (
        <EmptyState icon={<ListTree />} title="Nothing is recorded for this">
          Clear a filter to see more.
        </EmptyState>
      )}
      {items.length > 0 && <AuditList items={items} />}
      {audit.hasNextPage && (
        <div className="mt-3 flex justify-center">
          <Button busy={audit.isFetchingNextPage} onClick={() => void audit.fetchNextPage()}>
            Show older entries
          </Button>
        </div>
      )}
    </Page>
  );
}

function AuditList({ items }: { items: AuditEntry[] }) {
  return (
    <Panel flush>
      <ol aria-label="Entries" className="divide-y divide-line">
        {groupEntries(items).map((group) => (
          <AuditRow key={group[0].id} group={group} />
        ))}
      </ol>
    </Panel>
  );
}
