import type { ImportPreview } from '@patchbay/shared/catalog';
import { useState } from 'react';

import { Panel, Tabs } from '#ui';

import { ImportDocument, type ImportSourceProps } from './import-document.tsx';
import { ImportServer } from './import-server.tsx';

interface Props extends ImportSourceProps {
  /** What the connector was made of that this is to follow. */
  before: ImportPreview | undefined;
}

/** Where a connector comes from: a document, or a server that tells of its tools itself. */
export function ImportSource({ before, ...source }: Props) {
  const [kind, setKind] = useState<'document' | 'server'>('document');
  const { origin } = before?.manifest ?? {};
  const document = {
    value: 'document' as const,
    label: 'OpenAPI document',
    content: <ImportDocument {...source} />,
  };
  const server = {
    value: 'server' as const,
    label: 'MCP server',
    content: <ImportServer {...source} before={before} />,
  };
  // What follows comes from where the first came from.
  const items = origin ? [origin.kind === 'mcp' ? server : document] : [document, server];
  const shown = items.find(({ value }) => value === kind) ?? items[0]!;
  return (
    <Panel flush>
      <Tabs label="What to import" items={items} value={shown.value} onChange={setKind} />
    </Panel>
  );
}
