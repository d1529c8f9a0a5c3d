import { listMcpServers, type ImportPreview } from '@patchbay/shared/catalog';
import { listConnections } from '@patchbay/shared/connections';
import { Link2 } from 'lucide-react';
import { useState } from 'react';

import { useEndpoint } from '#lib';
import { Button, Field, Input, Select } from '#ui';

import type { ImportSourceProps } from './import-document.tsx';

interface ImportServerProps extends ImportSourceProps {
  /** The connector that is to follow its server. */
  before: ImportPreview | undefined;
}

/** An MCP server: by its address, or by the name the operator gave a program. */
export function ImportServer({ before, isBusy, onLook }: ImportServerProps) {
  const programs = useEndpoint(listMcpServers, {}).data?.items ?? [];
  const origin = before?.manifest.origin;
  const known = origin?.kind === 'mcp' ? origin : undefined;
  const [name, setName] = useState(known?.transport === 'stdio' ? known.server : '');
  const [url, setUrl] = useState(known?.transport === 'http' ? known.server : '');
  const [token, setToken] = useState('');
  const signedIn = useSignedIn(before?.manifest.id);
  const [chosen, setChosen] = useState<string>();
  const connection = chosen ?? signedIn[0]?.id ?? '';
  const look = (): void => {
    if (name !== '') return onLook({ server: { name } });
    if (connection !== '') return onLook({ server: { connection } });
    onLook({ server: { url, ...(token !== '' && { token }) } });
  };
  const choices = [
    { value: '', label: 'A server on the net' },
    ...programs.map((one) => ({ value: one.name, label: one.name })),
  ];
  return (
    <form
      className="grid gap-3 p-4"
      onSubmit={(event) => {
        event.preventDefault();
        look();
      }}
    >
      <Field
        label="Server"
        help={
          programs.length > 0
            ? 'Programs are those that the operator allows.'
            : 'Programs of this machine can be chosen once the operator lists them in MCP_SERVERS.'
        }
      >
        {(control) => <Select {...control} value={name} choices={choices} onChange={setName} />}
      </Field>
      {signedIn.length > 0 && (
        <SignedInBy connections={signedIn} value={connection} onChange={setChosen} />
      )}
      {name === '' && connection === '' && <Address {...{ url, token, setUrl, setToken }} />}
      <div>
        <Button type="submit" variant="primary" disabled={isBusy || (name === '' && url === '')}>
          {before ? 'Look again' : 'Look at it'}
        </Button>
      </div>
    </form>
  );
}

interface SignedInByProps {
  connections: { id: string; name: string }[];
  value: string;
  onChange: (id: string) => void;
}

function SignedInBy({ connections, value, onChange }: SignedInByProps) {
  const choices = connections.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Field label="Signed in by" help="Some servers tell their tools only to who is signed in.">
      {(control) => (
        <Select
          {...control}
          value={value}
          choices={[...choices, { value: '', label: 'No connection' }]}
          onChange={onChange}
        />
      )}
    </Field>
  );
}

/** Connections of the connector over HTTP that have been set up. */
function useSignedIn(connector: string | undefined): { id: string; name: string }[] {
  const all = useEndpoint(listConnections, {}, { enabled: connector !== undefined }).data?.items;
  return (all ?? []).filter(
    (one) =>
      one.connector === connector && one.secretsSet.length > 0 && one.setup !== 'authenticate',
  );
}

interface AddressProps {
  url: string;
  token: string;
  setUrl: (url: string) => void;
  setToken: (token: string) => void;
}

function Address({ url, token, setUrl, setToken }: AddressProps) {
  return (
    <div className="grid grid-cols-2 gap-3 max-lg:grid-cols-1">
      <Field label="Address" help="Streamable HTTP; often ends in /mcp.">
        {(control) => (
          <Input
            {...control}
            type="url"
            icon={<Link2 />}
            placeholder="https://mcp.example.com/mcp"
            value={url}
            onChange={(event) => setUrl(event.target.value)}
          />
        )}
      </Field>
      <Field label="Token" help="Only to list its tools, if it asks for one; it is not kept.">
        {(control) => (
          <Input
            {...control}
            type="password"
            autoComplete="off"
            value={token}
            onChange={(event) => setToken(event.target.value)}
          />
        )}
      </Field>
    </div>
  );
}
