import { getConnector, listConnectors, type ConnectorSummary } from '@patchbay/shared/catalog';
import { listConnections, type Connection } from '@patchbay/shared/connections';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Terminal } from 'lucide-react';

import { problemIn, useEndpoint } from '#lib';
import { EmptyState, Field, Loading, ProblemNote, Select, type Choice } from '#ui';

import { ConsoleAction } from './console-action.tsx';

/** Picks a connection (or a connector that needs none) and one of its actions. */
export function Console() {
  const search = useSearch({ from: '/testing' });
  const navigate = useNavigate({ from: '/testing' });
  const connections = useEndpoint(listConnections, {});
  const connectors = useEndpoint(listConnectors, {});
  const problem = problemIn(connections) ?? problemIn(connectors);
  if (problem) {
    const again = () => Promise.all([connections.refetch(), connectors.refetch()]);
    return <ProblemNote problem={problem} onAgain={again} className="m-4" />;
  }
  if (!connections.data || !connectors.data) return <Loading what="connections" />;
  const choices = choicesOf(connections.data.items, connectors.data.items);
  const chosen = chosenIn(search);
  const choose = (value: string): void => {
    const [kind, id] = value.split(':');
    void navigate({ search: { tab: 'console', [kind ?? 'connection']: id } });
  };
  const connection = connections.data.items.find(({ id }) => id === search.connection);
  const connector = connection?.connector ?? search.connector;
  return (
    <div className="flex h-full min-h-0 flex-col">
      <div className="grid grid-cols-2 gap-4 border-b border-line p-4">
        <Field label="Connection">
          {(control) => (
            <Select
              {...control}
              choices={choices}
              value={chosen}
              onChange={choose}
              placeholder="Choose a connection…"
            />
          )}
        </Field>
        {connector && (
          <ActionPicker
            connector={connector}
            version={connection?.version ?? 'latest'}
            action={search.action}
          />
        )}
      </div>
      {connector && search.action ? (
        <ConsoleAction
          key={`${chosen} ${search.action}`}
          connector={connector}
          version={connection?.version ?? 'latest'}
          connection={connection?.id}
          name={connection?.name}
          action={search.action}
        />
      ) : (
        <EmptyState icon={<Terminal />} title="Call an action by hand">
          Choose a connection and one of its actions: its form comes filled with a sample.
        </EmptyState>
      )}
    </div>
  );
}

function chosenIn(search: { connection?: string; connector?: string }): string | undefined {
  if (search.connection) return `connection:${search.connection}`;
  return search.connector && `connector:${search.connector}`;
}

/** Every connection, then the connectors that work without one. */
function choicesOf(connections: Connection[], connectors: ConnectorSummary[]): Choice[] {
  const free = connectors.filter(({ connectionOptional }) => connectionOptional);
  return [
    ...connections.map(({ id, name, connector }) => ({
      value: `connection:${id}`,
      label: name,
      hint: connector,
    })),
    ...free.map(({ id, name }) => ({
      value: `connector:${id}`,
      label: `${name}, without a connection`,
    })),
  ];
}

interface ActionPickerProps {
  connector: string;
  version: string;
  action: string | undefined;
}

function ActionPicker({ connector, version, action }: ActionPickerProps) {
  const navigate = useNavigate({ from: '/testing' });
  const manifest = useEndpoint(getConnector, { params: { id: connector, version } }).data;
  const actions = Object.entries(manifest?.actions ?? {});
  return (
    <Field label="Action">
      {(control) => (
        <Select
          {...control}
          choices={actions.map(([id, { title, description }]) => ({
            value: id,
            label: title,
            hint: description,
          }))}
          value={action}
          onChange={(next) => void navigate({ search: (now) => ({ ...now, action: next }) })}
          placeholder="Choose an action…"
        />
      )}
    </Field>
  );
}
