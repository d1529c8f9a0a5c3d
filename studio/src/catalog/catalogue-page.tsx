import { listConnectors } from '@patchbay/shared/catalog';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { FileUp, Search } from 'lucide-react';

import { useMay } from '#access';
import { problemIn, useEndpoint } from '#lib';
import { buttonClass, EmptyState, Loading, Page, ProblemNote, SearchInput } from '#ui';

import { CatalogueFilters } from './catalogue-filters.tsx';
import { ConnectorCards } from './connector-cards.tsx';
import { categoriesOf, findConnectors } from './find-connectors.ts';

/** Every connector, by search and category. */
export function CataloguePage() {
  const query = useSearch({ from: '/catalogue' });
  const { search = '', category } = query;
  const may = useMay('catalog.edit');
  const navigate = useNavigate({ from: '/catalogue' });
  const connectors = useEndpoint(listConnectors, {}, { staleTime: 60_000 });
  const problem = problemIn(connectors);
  const items = connectors.data?.items ?? [];
  const shown = findConnectors(items, query);
  const setSearch = (text: string): void =>
    void navigate({
      search: (before) => ({ ...before, search: text || undefined }),
      replace: true,
    });
  return (
    <Page
      title="Catalogue"
      lead="What flows can work with: systems, their actions and triggers."
      actions={
        may && (
          <Link to="/catalogue/import" className={buttonClass('primary')}>
            <FileUp aria-hidden />
            Import an API
          </Link>
        )
      }
    >
      {connectors.isPending && <Loading what="the catalogue" />}
      {problem && <ProblemNote problem={problem} onAgain={connectors.refetch} />}
      {connectors.data && (
        <>
          <div className="mb-4 flex flex-wrap items-center gap-2">
            <div className="w-80">
              <SearchInput
                label="Search connectors and actions"
                value={search}
                onChange={setSearch}
              />
            </div>
            <CatalogueFilters items={items} />
            <Categories all={categoriesOf(items)} current={category} />
          </div>
          <ConnectorCards key={JSON.stringify(query)} found={shown} />
          {shown.length === 0 && (
            <EmptyState icon={<Search />} title={`Nothing matches “${search}”`}>
              {may ? 'Import' : 'Ask an owner to import'} the OpenAPI document of the system, or
              call it with the HTTP connector.
            </EmptyState>
          )}
        </>
      )}
    </Page>
  );
}

function Categories({ all, current }: { all: string[]; current: string | undefined }) {
  return (
    <nav aria-label="Categories" className="flex flex-wrap gap-1">
      {[undefined, ...all].map((category) => (
        <Link
          key={category ?? ''}
          to="/catalogue"
          search={(before) => ({ ...before, category })}
          aria-current={category === current ? 'true' : undefined}
          className="inline-flex h-7 items-center rounded-full border border-line px-3 text-ink-2 hover:bg-hover aria-[current]:border-accent aria-[current]:bg-accent-soft aria-[current]:text-accent"
        >
          {category ?? 'All'}
        </Link>
      ))}
    </nav>
  );
}
