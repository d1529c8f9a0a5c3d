import { listConnectors } from '@patchbay/shared/catalog';
import { listConnections } from '@patchbay/shared/connections';
import type { Connection } from '@patchbay/shared/connections';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Plug, Plus, Search } from 'lucide-react';
import { useState } from 'react';

import { useMay } from '#access';
import { problemIn, useEndpoint } from '#lib';
import { Button, EmptyState, Input, Loading, Page, Panel, ProblemNote } from '#ui';

import { ConnectionDialog } from './connection-dialog.tsx';
import { ConnectionRow } from './connection-row.tsx';

/** All connections with their state; the address names the one that is open. */
export function ConnectionsPage() {
  const { open, create } = useSearch({ from: '/connections' });
  const navigate = useNavigate({ from: '/connections' });
  const connections = useEndpoint(listConnections, {}, { refetchInterval: 15_000 });
  const problem = problemIn(connections);
  const may = useMay('connection.edit');
  const [search, setSearch] = useState('');
  const items = connections.data?.items ?? [];
  const shown = items.filter(({ name, connector }) =>
    `${name} ${connector}`.toLowerCase().includes(search.trim().toLowerCase()),
  );
  const close = (): void => void navigate({ search: {} });
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
        open={create !== undefined || items.some((item) => item.id === open)}
        connection={items.find((item) => item.id === open)}
        connector={create === 'any' ? undefined : create}
        onClose={close}
      />
    </Page>
  );
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
