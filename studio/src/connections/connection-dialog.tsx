import { getConnector } from '@patchbay/shared/catalog';
import { getConnection, type Connection } from '@patchbay/shared/connections';
import { useState } from 'react';

import { problemIn, useEndpoint } from '#lib';
import { Dialog, Loading, ProblemNote } from '#ui';

import { ConnectionDetails } from './connection-details.tsx';
import { ConnectionWizard } from './connection-wizard.tsx';
import { ConnectorPicker } from './connector-picker.tsx';
import { WizardSteps } from './wizard-steps.tsx';

export interface ConnectionDialogProps {
  open: boolean;
  onClose: () => void;
  /** The connection to change; without one, a new one is made. */
  connection?: Connection;
  /** For a new one: its connector, when that is decided already. */
  connector?: string;
  onSaved?: (connection: Connection) => void;
  /** Scopes that are to be asked for beside what is granted. */
  asks?: readonly string[];
}

/** Makes a connection step by step, or changes one. */
export function ConnectionDialog(props: ConnectionDialogProps) {
  return props.open ? <OpenDialog {...props} /> : null;
}

function OpenDialog({
  open,
  onClose,
  connection: given,
  connector,
  onSaved,
  asks,
}: ConnectionDialogProps) {
  const [picked, setPicked] = useState<string>();
  const [made, setMade] = useState(given);
  const id = made?.connector ?? connector ?? picked;
  const query = { params: { id: id ?? '', version: made?.version ?? 'latest' } };
  const manifest = useEndpoint(getConnector, query, { enabled: id !== undefined });
  const fresh = useEndpoint(
    getConnection,
    { params: { id: made?.id ?? '' } },
    { enabled: made !== undefined, keepPrevious: true },
  );
  // What was opened as it is guided through stays so until it is closed.
  const [guided] = useState(given === undefined || given.setup !== undefined);
  const connection = fresh.data ?? made;
  const problem = problemIn(manifest);
  if (id !== undefined && manifest.data) {
    const parts = { manifest: manifest.data, connection, onClose };
    if (!guided && connection)
      return <ConnectionDetails {...parts} connection={connection} onSaved={onSaved} asks={asks} />;
    return <ConnectionWizard {...parts} onMade={setMade} onSaved={onSaved} />;
  }
  return (
    <Dialog open={open} onClose={onClose} size="lg" title={given?.name ?? 'New connection'}>
      {id === undefined && <WizardSteps at="choose" />}
      {problem && <ProblemNote problem={problem} />}
      {id === undefined && <ConnectorPicker onPick={setPicked} />}
      {id !== undefined && !problem && <Loading what="the connector" />}
    </Dialog>
  );
}
