import { listAudit } from '@patchbay/shared/audit';
import type { AuditEntry } from '@patchbay/shared/audit';
import { toProblem } from '@patchbay/shared/base';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { ListTree } from 'lucide-react';
import { useState } from 'react';

import { call } from '#lib';
import { Button, EmptyState, Input, Loading, Page, Panel, ProblemNote } from '#ui';

import { AuditRow } from './audit-row.tsx';

/** Who did what and when; filters stand in the address. */
export function AuditPage() {
  const search = useSearch({ from: '/audit' });
  const audit = useInfiniteQuery({
    queryKey: [listAudit.name, search],
    queryFn: ({ pageParam, signal }) =>
      call(listAudit, { query: { ...search, after: pageParam, limit: 100 } }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  });
  const items = audit.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page title="Audit" lead="Every change and every refusal, newest first. It can’t be edited.">
      <AuditFilters />
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
        {items.map((entry) => (
          <AuditRow key={entry.id} entry={entry} />
        ))}
      </ol>
    </Panel>
  );
}

const FILTERS = [
  { name: 'action', label: 'Action', example: 'flows.edit' },
  { name: 'subject', label: 'Subject', example: 'flow:01jd…' },
  { name: 'actor', label: 'Actor', example: 'id of a person, or system' },
] as const;

function AuditFilters() {
  const search = useSearch({ from: '/audit' });
  const navigate = useNavigate({ from: '/audit' });
  const [draft, setDraft] = useState(search);
  return (
    <form
      className="mb-3 flex flex-wrap items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        void navigate({ search: draft });
      }}
    >
      {FILTERS.map(({ name, label, example }) => (
        <div key={name} className="w-56">
          <Input
            aria-label={label}
            placeholder={`${label}: ${example}`}
            value={draft[name] ?? ''}
            onChange={(event) =>
              setDraft({ ...draft, [name]: event.target.value.trim() || undefined })
            }
          />
        </div>
      ))}
      <Button type="submit">Filter</Button>
      {Object.keys(search).length > 0 && (
        <Button
          variant="ghost"
          onClick={() => {
            setDraft({});
            void navigate({ search: {} });
          }}
        >
          Clear
        </Button>
      )}
    </form>
  );
}
