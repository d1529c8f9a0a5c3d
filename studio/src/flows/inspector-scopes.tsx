import type { ConnectorManifest } from '@patchbay/shared/catalog';
import type { Connection } from '@patchbay/shared/connections';
import { useState } from 'react';

import { ConnectionDialog, useMayChange } from '#connections';
import { Button, ProblemNote } from '#ui';

interface MissingScopesProps {
  manifest: ConnectorManifest;
  connection: Connection;
  /** What the step needs. */
  needed: readonly string[];
}

/** Says that the provider did not grant what a step needs, and leads to where it is asked for. */
export function MissingScopes({ manifest, connection, needed }: MissingScopesProps) {
  const mayAsk = useMayChange(connection);
  const [asking, setAsking] = useState(false);
  const { scopes: granted } = connection;
  const missing = granted ? needed.filter((name) => !granted.includes(name)) : [];
  if (missing.length === 0) return null;
  const known = manifest.auth.flatMap((one) => (one.type === 'oauth2' ? one.scopes : []));
  const titles = missing.map((name) => known.find((one) => one.name === name)?.title ?? name);
  return (
    <>
      <ProblemNote
        tone="wait"
        problem={{
          message: `“${connection.name}” may not do this yet: ${titles.join(', ')}.`,
          hint: 'Ask the provider for it. Other steps go on working meanwhile.',
        }}
        action={
          mayAsk && (
            <Button size="sm" onClick={() => setAsking(true)}>
              Ask for it
            </Button>
          )
        }
      />
      <ConnectionDialog
        open={asking}
        connection={connection}
        asks={missing}
        onClose={() => setAsking(false)}
      />
    </>
  );
}
