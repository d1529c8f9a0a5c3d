import type { ConnectorSummary } from '@patchbay/shared/catalog';
import { deleteConnection, testConnection, updateConnection } from '@patchbay/shared/connections';
import type { Connection } from '@patchbay/shared/connections';
import { Link } from '@tanstack/react-router';
import { Ellipsis, Pencil, Power, Trash2 } from 'lucide-react';
import { useState } from 'react';

import { useMay } from '#access';
import { count, problemIn, useCommand } from '#lib';
import { RemedyNote } from '#testing';
import {
  Button,
  ConfirmDialog,
  ConnectorIcon,
  IconButton,
  Menu,
  StatusGlyph,
  Badge,
  TimeAgo,
  toast,
  toastProblem,
} from '#ui';

import { ForecastNote } from './connection-state.tsx';
import { useMayChange } from './use-may-change.ts';

interface ConnectionRowProps {
  connection: Connection;
  connector?: ConnectorSummary;
  onOpen: () => void;
}

/** One connection: what it is, how it is doing, who uses it. */
export function ConnectionRow({ connection, connector, onOpen }: ConnectionRowProps) {
  const mayEdit = useMayChange(connection);
  const { status, statusSince, setup } = connection;
  return (
    <li className="flex items-center gap-3 px-4 py-2.5">
      <ConnectorIcon icon={connector?.icon} name={connector?.name ?? connection.connector} />
      <ConnectionWords connection={connection} connector={connector} onOpen={onOpen} />
      <div className="w-40 text-right">
        <StatusGlyph status={status} />
        <p className="text-sm text-ink-3">
          <TimeAgo at={statusSince} />
        </p>
      </div>
      {setup === undefined && <TestButton connection={connection} />}
      {setup !== undefined && mayEdit && (
        <Button size="sm" onClick={onOpen}>
          Continue
        </Button>
      )}
      {mayEdit && <RowMenu connection={connection} onOpen={onOpen} />}
    </li>
  );
}

function ConnectionWords({ connection, connector, onOpen }: ConnectionRowProps) {
  const { name, version, statusReason, usedBy, setup, scope } = connection;
  return (
    <div className="min-w-0 flex-1">
      <button
        type="button"
        onClick={onOpen}
        className="block max-w-full truncate text-left font-medium hover:underline"
      >
        {name}
      </button>
      <p className="truncate text-sm text-ink-3">
        {connector?.name ?? connection.connector} {version} · used by {count(usedBy.length, 'flow')}
        {scope === 'personal' && ' · only you'}
        {scope === 'global' && ' · all projects'}
      </p>
      <ForecastNote connection={connection} />
      {setup && (
        <Badge tone="wait" className="mt-1">
          Set-up not finished: {setup === 'authenticate' ? 'authenticate' : 'test'} next
        </Badge>
      )}
      {statusReason && (
        <div className="mt-1.5">
          <RemedyNote problem={statusReason} context={{ connection: connection.id }} />
        </div>
      )}
    </div>
  );
}

function RowMenu({ connection, onOpen }: { connection: Connection; onOpen: () => void }) {
  const [isDeleting, setDeleting] = useState(false);
  const toggle = useCommand(updateConnection, ['connections', 'health']);
  const { id, name, status } = connection;
  const isOff = status === 'disabled';
  return (
    <>
      <Menu
        trigger={
          <IconButton label={`More for ${name}`}>
            <Ellipsis />
          </IconButton>
        }
        items={[
          { label: 'Open', icon: <Pencil />, onSelect: onOpen },
          {
            label: isOff ? 'Switch on' : 'Switch off',
            icon: <Power />,
            onSelect: () => toggle.mutate({ params: { id }, body: { disabled: !isOff } }),
          },
          '-',
          { label: 'Delete…', icon: <Trash2 />, danger: true, onSelect: () => setDeleting(true) },
        ]}
      />
      <DeleteConnection
        connection={connection}
        open={isDeleting}
        onClose={() => setDeleting(false)}
      />
    </>
  );
}

function TestButton({ connection }: { connection: Connection }) {
  const test = useCommand(testConnection, ['connections', 'health']);
  const may = useMay('connection.use');
  if (!may) return null;
  const run = (): void =>
    test.mutate(
      { params: { id: connection.id } },
      {
        onSuccess: ({ ok, problem }) => {
          if (ok) toast(`“${connection.name}” works`);
          else if (problem) toastProblem(problem);
        },
        onError: (error) => {
          const problem = problemIn({ error });
          if (problem) toastProblem(problem);
        },
      },
    );
  return (
    <Button size="sm" busy={test.isPending} onClick={run}>
      Test
    </Button>
  );
}

interface DeleteConnectionProps {
  connection: Connection;
  open: boolean;
  onClose: () => void;
}

function DeleteConnection({ connection, open, onClose }: DeleteConnectionProps) {
  const remove = useCommand(deleteConnection, ['connections', 'health']);
  const { id, name, usedBy } = connection;
  const confirm = (): void =>
    remove.mutate(
      { params: { id } },
      {
        onSuccess: () => {
          onClose();
          toast(`“${name}” is deleted`);
        },
      },
    );
  return (
    <ConfirmDialog
      open={open}
      onClose={onClose}
      title={`Delete “${name}”?`}
      verb="Delete connection"
      busy={remove.isPending}
      problem={problemIn(remove)}
      onConfirm={confirm}
    >
      <p>Its credential is destroyed and can’t be brought back.</p>
      {usedBy.length > 0 && (
        <>
          <p>These flows use it and will fail where they do:</p>
          <ul className="list-disc pl-5">
            {usedBy.slice(0, 10).map((flow) => (
              <li key={flow.id}>
                <Link to="/flows/$flowId" params={{ flowId: flow.id }} className="text-accent">
                  {flow.name}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </ConfirmDialog>
  );
}
