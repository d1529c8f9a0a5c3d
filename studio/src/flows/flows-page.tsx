import { listFlows } from '@patchbay/shared/flows';
import type { FlowSummary } from '@patchbay/shared/flows';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Workflow } from 'lucide-react';

import { useMay } from '#access';
import { lazyPart, problemIn, useEndpoint } from '#lib';
import { EmptyState, Loading, Page, Panel, ProblemNote, SearchInput } from '#ui';

import { Folders } from './flows-page-folders.tsx';
import { NewFlow } from './flows-page-new.tsx';
import { FLOW_GRID, FlowRow, WIDE_ONLY } from './flows-page-row.tsx';
import { useSteadyOrder } from './steady-order.ts';

const Starters = lazyPart(async () => (await import('./flows-page-starters.tsx')).Starters, '');

/** All flows, by folder and search; an empty project gets ways to begin. */
export function FlowsPage() {
  const { search = '', folder } = useSearch({ from: '/flows' });
  const flows = useEndpoint(listFlows, {}, { refetchInterval: 5000 });
  const mayEdit = useMay('flow.edit');
  const problem = problemIn(flows);
  const items = useSteadyOrder(newestFirst(flows.data?.items ?? []));
  return (
    <Page
      title="Flows"
      lead="What runs by itself, and what you are drawing."
      actions={mayEdit && <NewFlow folder={folder} />}
    >
      {flows.isPending && <Loading what="flows" />}
      {problem && <ProblemNote problem={problem} className="mb-3" onAgain={flows.refetch} />}
      {items.length > 0 && <FlowList items={items} search={search} folder={folder} />}
      {flows.data && items.length === 0 && !mayEdit && <NoFlows />}
      {flows.data && items.length < 2 && mayEdit && <Starters hasOne={items.length > 0} />}
    </Page>
  );
}

function NoFlows() {
  return (
    <EmptyState icon={<Workflow />} title="No flows yet">
      Whoever has the role Editor draws them; you see them here then, with how their runs go.
    </EmptyState>
  );
}

interface FlowListProps {
  items: FlowSummary[];
  search: string;
  folder: string | undefined;
}

function FlowList({ items, search, folder }: FlowListProps) {
  const navigate = useNavigate({ from: '/flows' });
  const folders = foldersOf(items);
  const shown = pick(items, search, folder);
  const setSearch = (text: string): void =>
    void navigate({
      search: (before) => ({ ...before, search: text || undefined }),
      replace: true,
    });
  return (
    <div className="flex gap-6">
      <Folders folders={folders} all={items.length} current={folder} />
      <div className="min-w-0 flex-1">
        <div className="mb-3 w-72">
          <SearchInput label="Search flows" value={search} onChange={setSearch} />
        </div>
        <Panel flush>
          <div
            className={`${FLOW_GRID} h-8 border-b border-line text-sm font-medium text-ink-3`}
            aria-hidden
          >
            <span>Name</span>
            <span>Starts</span>
            <span>Live</span>
            <span>Last run</span>
            <span className={WIDE_ONLY}>Edited</span>
            <span />
          </div>
          <ul aria-label="Flows" className="divide-y divide-line">
            {shown.map((flow) => (
              <FlowRow key={flow.id} flow={flow} folders={[...folders.keys()]} />
            ))}
          </ul>
          {shown.length === 0 && (
            <p className="p-4 break-words text-ink-3">{noneWords(search, folder)}</p>
          )}
        </Panel>
      </div>
    </div>
  );
}

function noneWords(search: string, folder: string | undefined): string {
  const where = folder === undefined ? '' : ` in ${folder}`;
  if (search.trim() === '') return `There is no flow${where}.`;
  return `No flow${where} is called “${search.slice(0, 200)}”.`;
}

function newestFirst(items: FlowSummary[]): FlowSummary[] {
  return items.toSorted((a, b) => b.updatedAt - a.updatedAt);
}

function foldersOf(items: FlowSummary[]): Map<string, number> {
  const names = items.map((flow) => flow.folder).filter((name) => name !== '');
  const counted = Map.groupBy(names, (name) => name);
  return new Map([...counted].map(([name, all]) => [name, all.length] as const).toSorted(byName));
}

function byName([a]: readonly [string, number], [b]: readonly [string, number]): number {
  return a.localeCompare(b);
}

function pick(items: FlowSummary[], search: string, folder: string | undefined): FlowSummary[] {
  const wanted = search.trim().toLowerCase();
  return items
    .filter((flow) => folder === undefined || flow.folder === folder)
    .filter((flow) => flow.name.toLowerCase().includes(wanted));
}
