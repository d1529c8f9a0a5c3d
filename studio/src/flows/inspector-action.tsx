import { getConnector, type ConnectorManifest } from '@patchbay/shared/catalog';
import { listConnections, type Connection } from '@patchbay/shared/connections';
import type { NodeOf } from '@patchbay/shared/flows';
import { Link } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useState } from 'react';

import { ConnectionDialog } from '#connections';
import { problemIn, refresh, queryClient, useEndpoint } from '#lib';
import { Badge, Button, Combobox, Field, ProblemNote, Select, StatusGlyph } from '#ui';

import { WhenDrawing } from './editor-read-only.tsx';
import { ReplaceAction } from './inspector-replace.tsx';
import { MissingScopes } from './inspector-scopes.tsx';
import { useConfigPatch } from './use-patch.ts';

type Action = NodeOf<'action'>;

/** Which action, through which connection. */
export function ActionConfig({ node }: { node: Action }) {
  const { connector, version } = node.config;
  const manifest = useEndpoint(
    getConnector,
    { params: { id: connector, version } },
    { staleTime: Number.POSITIVE_INFINITY },
  );
  const problem = problemIn(manifest);
  if (problem) return <ReplaceAction node={node} problem={problem} />;
  if (!manifest.data) return <p className="text-ink-3">Reading the connector…</p>;
  return <KnownAction node={node} manifest={manifest.data} />;
}

interface KnownActionProps {
  node: Action;
  manifest: ConnectorManifest;
}

function KnownAction({ node, manifest }: KnownActionProps) {
  const patch = useConfigPatch(node);
  const action = manifest.actions[node.config.action];
  const choices = Object.entries(manifest.actions).map(([id, one]) => ({
    value: id,
    label: one.title,
    hint: one.description,
  }));
  return (
    <>
      {action?.description && <p className="text-ink-2">{action.description}</p>}
      {action?.deprecated && (
        <ProblemNote
          tone="wait"
          problem={{ message: 'This action is deprecated.', hint: action.deprecated }}
        />
      )}
      <Field
        label="Action"
        error={
          action
            ? undefined
            : `${manifest.name} has no action "${node.config.action}". Choose another.`
        }
        aside={action && <Effects action={action} />}
      >
        {(control) => (
          <Combobox
            {...control}
            value={node.config.action}
            choices={choices}
            onChange={(next) => patch({ action: next }, 'Action')}
          />
        )}
      </Field>
      <ConnectionField node={node} manifest={manifest} />
      <VersionLine node={node} manifest={manifest} />
    </>
  );
}

function Effects({ action }: { action: ConnectorManifest['actions'][string] }) {
  if (action.effects.reads) return <Badge tone="ok">Only reads</Badge>;
  if (action.effects.destructive) return <Badge tone="fail">Deletes or overwrites</Badge>;
  const words = action.effects.destructiveWhen ? 'Can delete or overwrite' : 'Changes data';
  return <Badge tone="wait">{words}</Badge>;
}

const NONE = '';

interface OfConnectorProps {
  node: NodeOf<'action' | 'event'>;
  manifest: ConnectorManifest;
}

/** Through which account of the connector a step works. */
export function ConnectionField({ node, manifest }: OfConnectorProps) {
  const patch = useConfigPatch(node);
  const query = { connector: manifest.id };
  const list = useEndpoint(listConnections, { query }).data?.items ?? [];
  const chosen = list.find((one) => one.id === node.config.connection);
  const optional = manifest.connectionOptional ?? false;
  const missing = node.config.connection !== undefined && list.length > 0 && !chosen;
  const choices = list.map((one) => ({
    value: one.id,
    label: one.name,
    icon: <StatusGlyph status={one.status} glyphOnly />,
  }));
  const pick = (id: string): void =>
    patch({ connection: id === NONE ? undefined : id }, 'Connection');
  return (
    <>
      <Field
        label="Connection"
        required={!optional}
        help={optional ? 'Works without one too.' : `Which ${manifest.name} account it works on.`}
        error={missing ? 'The connection it used is gone. Choose another.' : undefined}
        aside={
          <WhenDrawing>
            <NewConnection connector={manifest.id} onMade={pick} />
          </WhenDrawing>
        }
      >
        {(control) => (
          <Select
            {...control}
            value={node.config.connection ?? (optional ? NONE : undefined)}
            placeholder={list.length > 0 ? 'Choose a connection…' : 'None yet: make one'}
            choices={
              optional ? [{ value: NONE, label: 'Without a connection' }, ...choices] : choices
            }
            onChange={pick}
          />
        )}
      </Field>
      {chosen?.statusReason && <ProblemNote problem={chosen.statusReason} tone="wait" />}
      {chosen && (
        <MissingScopes manifest={manifest} connection={chosen} needed={scopesOf(node, manifest)} />
      )}
    </>
  );
}

interface NewConnectionProps {
  connector: string;
  onMade: (id: string) => void;
}

function NewConnection({ connector, onMade }: NewConnectionProps) {
  const [making, setMaking] = useState(false);
  const saved = (made: Connection): void => {
    setMaking(false);
    void refresh(queryClient, ['connections']);
    onMade(made.id);
  };
  return (
    <>
      <Button size="sm" variant="ghost" icon={<Plus />} onClick={() => setMaking(true)}>
        New connection
      </Button>
      {making && (
        <ConnectionDialog
          open
          onClose={() => setMaking(false)}
          connector={connector}
          onSaved={saved}
        />
      )}
    </>
  );
}

/** The rights at the provider that a step needs. */
function scopesOf({ config }: OfConnectorProps['node'], manifest: ConnectorManifest): string[] {
  const of =
    'action' in config ? manifest.actions[config.action] : manifest.triggers[config.trigger];
  return of?.scopes ?? [];
}

/** Which version a step was made with, and the way to a newer one. */
export function VersionLine({ node, manifest }: OfConnectorProps) {
  const patch = useConfigPatch(node);
  const params = { id: manifest.id, version: 'latest' };
  const newest = useEndpoint(getConnector, { params }, { staleTime: 60_000 }).data?.version;
  const isOld = newest !== undefined && newest !== node.config.version;
  return (
    <p className="flex flex-wrap items-center gap-2 text-sm text-ink-3">
      {manifest.name} {node.config.version}
      {isOld && (
        <Button size="sm" onClick={() => patch({ version: newest }, 'Version')}>
          Move to {newest}
        </Button>
      )}
      <Link
        to="/catalogue/$connectorId"
        params={{ connectorId: manifest.id }}
        className="text-accent hover:underline"
      >
        Documentation
      </Link>
    </p>
  );
}
