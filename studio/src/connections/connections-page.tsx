import { listConnectors } from '@patchbay/shared/catalog';
import { getConnection, listConnections } from '@patchbay/shared/connections';
import type { Connection } from '@patchbay/shared/connections';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Plug, Plus, Search } from 'lucide-react';
import { useState } from 'react';

import { useMay } from '#access';
import { problemIn, useAtHome, useEndpoint } from '#lib';
import { Button, EmptyState, Input, Loading, Page, Panel, ProblemNote } from '#ui';

import { ConnectionDialog } from './connection-dialog.tsx';
import { ConnectionRow } from './connection-row.tsx';

/** All connections with their state; the address names the one that is open. */
export function ConnectionsPage() {
  const { open, create } = useSearch({ from: '/connections' });
  const navigate = useNavigate({ from: '/connections' });
  const connections = useEndpoint(listConnections, {}, { refetchInterval: 15_000 });
  const opened = useOpened(open, connections.data?.items);
  const problem = problemIn(connections);
  const may = useMay('connection.edit');
  const [search, setSearch] = useState('');
  const items = connections.data?.items ?? [];
  const shown = items.filter(({ name, connector }) =>
    `${name} ${connector}`.toLowerCase().includes(search.trim().toLowerCase()),
  );
  const close = (): void => void navigate({ search: {} });
  if (opened.isElsewhere) return <Loading what="the connection" />;
  const add = (
    <Button
      variant="primary"
      icon={<Plus />}
      onClick={() => void navigate({ search: { create: 'any' } })}
    >
      New connection
    </Button>
  );
  return (
    <Page
      title="Connections"
      lead="Accounts and systems your flows work with. Credentials are sealed and never shown."
      actions={may && add}
    >
      {connections.isPending && <Loading what="connections" />}
      {problem && <ProblemNote problem={problem} onAgain={connections.refetch} />}
      {opened.problem && <ProblemNote problem={opened.problem} className="mb-3" />}
      {connections.data && items.length === 0 && <NoConnections action={may && add} />}
      {items.length > 0 && (
        <>
          <div className="mb-3 w-72">
            <Input
              icon={<Search />}
              aria-label="Search connections"
              placeholder="Search connections"
              value={search}
              onChange={(event) => setSearch(event.target.value)}
            />
          </div>
          <ConnectionList items={shown} onOpen={(id) => void navigate({ search: { open: id } })} />
        </>
      )}
      <ConnectionDialog
        open={(create !== undefined && may) || opened.connection !== undefined}
        connection={opened.connection}
        connector={create === 'any' ? undefined : create}
        onClose={close}
      />
    </Page>
  );
}

/** The connection an address opens; one of another project leads there before anything is shown. */
function useOpened(open: string | undefined, items: Connection[] | undefined) {
  const connection = items?.find(({ id }) => id === open);
  const enabled = open !== undefined && items !== undefined && !connection;
  const found = useEndpoint(getConnection, { params: { id: open ?? '' } }, { enabled });
  const isForeign = enabled && found.data?.scope === 'project';
  const isAtHome = useAtHome(isForeign ? found.data?.project : undefined);
  const isElsewhere = enabled && (found.isPending || !isAtHome);
  return { connection, isElsewhere, problem: enabled ? problemIn(found) : undefined };
}

function NoConnections({ action }: { action: React.ReactNode }) {
  return (
    <EmptyState icon={<Plug />} title="No connections yet" action={action}>
      A connection holds an address and a credential once, so that every flow can use it and nobody
      has to know the secret.
    </EmptyState>
  );
}

interface ConnectionListProps {
  items: Connection[];
  onOpen: (id: string) => void;
}

function ConnectionList({ items, onOpen }: ConnectionListProps) {
  const connectors = useEndpoint(listConnectors, {}, { staleTime: 60_000 }).data?.items ?? [];
  return (
    <Panel flush>
      <ul className="divide-y divide-line">
        {items.map((connection) => (
          <ConnectionRow
            key={connection.id}
            connection={connection}
            connector={connectors.find((one) => one.id === connection.connector)}
            onOpen={() => onOpen(connection.id)}
          />
        ))}
        {items.length === 0 && <li className="p-4 text-ink-3">No connection matches.</li>}
      </ul>
    </Panel>
  );
}
