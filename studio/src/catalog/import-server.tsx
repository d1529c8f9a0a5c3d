import { listMcpServers, type ImportPreview } from '@patchbay/shared/catalog';
import { Link2 } from 'lucide-react';
import { useState } from 'react';

import { useEndpoint } from '#lib';
import { Button, Field, Input, Select } from '#ui';

import type { ImportSourceProps } from './import-document.tsx';

type McpOrigin = Extract<ImportPreview['manifest']['origin'], { kind: 'mcp' }>;

interface ImportServerProps extends ImportSourceProps {
  before: McpOrigin | undefined;
}

/** An MCP server: by its address, or by the name the operator gave a program. */
export function ImportServer({ before, isBusy, onLook }: ImportServerProps) {
  const programs = useEndpoint(listMcpServers, {}).data?.items ?? [];
  const [name, setName] = useState(before?.transport === 'stdio' ? before.server : '');
  const [url, setUrl] = useState(before?.transport === 'http' ? before.server : '');
  const [token, setToken] = useState('');
  const look = (): void =>
    onLook({ server: name === '' ? { url, ...(token !== '' && { token }) } : { name } });
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
      {name === '' && <Address {...{ url, token, setUrl, setToken }} />}
      <div>
        <Button type="submit" variant="primary" disabled={isBusy || (name === '' && url === '')}>
          {before ? 'Look again' : 'Look at it'}
        </Button>
      </div>
    </form>
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
