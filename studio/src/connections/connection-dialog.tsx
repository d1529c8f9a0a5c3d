import { getConnector } from '@patchbay/shared/catalog';
import type { Connection } from '@patchbay/shared/connections';
import { useState } from 'react';

import { problemIn, useEndpoint } from '#lib';
import { Dialog, Loading, ProblemNote } from '#ui';

import { ConnectionForm } from './connection-form.tsx';
import { ConnectorPicker } from './connector-picker.tsx';

export interface ConnectionDialogProps {
  open: boolean;
  onClose: () => void;
  /** The connection to change; without one, a new one is made. */
  connection?: Connection;
  /** For a new one: its connector, when that is decided already. */
  connector?: string;
  onSaved?: (connection: Connection) => void;
}

/** Makes or changes a connection: settings, credential, test. */
export function ConnectionDialog(props: ConnectionDialogProps) {
  return props.open ? <OpenDialog {...props} /> : null;
}

function OpenDialog({ open, onClose, connection, connector, onSaved }: ConnectionDialogProps) {
  const [picked, setPicked] = useState<string>();
  const id = connection?.connector ?? connector ?? picked;
  const version = connection?.version ?? 'latest';
  const query = { params: { id: id ?? '', version } };
  const manifest = useEndpoint(getConnector, query, { enabled: id !== undefined });
  const problem = problemIn(manifest);
  if (id !== undefined && manifest.data) {
    return (
      <ConnectionForm
        key={connection?.id ?? id}
        manifest={manifest.data}
        connection={connection}
        onClose={onClose}
        onSaved={onSaved}
      />
    );
  }
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={connection?.name ?? 'New connection'}
      description={id === undefined ? 'Choose what to connect to.' : undefined}
    >
      {problem && <ProblemNote problem={problem} />}
      {id === undefined && <ConnectorPicker onPick={setPicked} />}
      {id !== undefined && !problem && <Loading what="the connector" />}
    </Dialog>
  );
}
