import type { FlowSummary } from '@patchbay/shared/flows';
import { useNavigate } from '@tanstack/react-router';
import { Copy, Download, Ellipsis, History, ListVideo, Pencil, Play, Trash2 } from 'lucide-react';
import { useState } from 'react';

import { useMay } from '#access';
import { IconButton, Menu } from '#ui';

import { duplicateFlow, exportFlow, useRunFlow } from './flows-page-commands.ts';
import { DeleteFlow, RenameFlow } from './flows-page-dialogs.tsx';

interface FlowMenuProps {
  flow: FlowSummary;
  folders: string[];
}

/** What can be done with a flow from the list. */
export function FlowMenu({ flow, folders }: FlowMenuProps) {
  const [dialog, setDialog] = useState<'rename' | 'delete'>();
  const navigate = useNavigate();
  const run = useRunFlow();
  const mayEdit = useMay('flow.edit');
  const mayRun = useMay('run.start');
  const close = (): void => setDialog(undefined);
  const { id } = flow;
  return (
    <>
      <Menu
        trigger={
          <IconButton label={`More for ${flow.name.slice(0, 100)}`}>
            <Ellipsis />
          </IconButton>
        }
        items={[
          mayRun && { label: 'Run now', icon: <Play />, onSelect: () => run(flow) },
          {
            label: 'Runs',
            icon: <ListVideo />,
            onSelect: () => void navigate({ to: '/runs', search: { flow: id } }),
          },
          {
            label: 'Versions',
            icon: <History />,
            onSelect: () =>
              void navigate({ to: '/flows/$flowId/versions', params: { flowId: id } }),
          },
          '-',
          mayEdit && {
            label: 'Rename or move…',
            icon: <Pencil />,
            onSelect: () => setDialog('rename'),
          },
          mayEdit && {
            label: 'Duplicate',
            icon: <Copy />,
            onSelect: () => void duplicateFlow(flow),
          },
          { label: 'Export as a file', icon: <Download />, onSelect: () => void exportFlow(flow) },
          mayEdit && '-',
          mayEdit && {
            label: 'Delete…',
            icon: <Trash2 />,
            danger: true,
            onSelect: () => setDialog('delete'),
          },
        ]}
      />
      {dialog === 'rename' && <RenameFlow flow={flow} folders={folders} onClose={close} />}
      {dialog === 'delete' && <DeleteFlow flow={flow} onClose={close} />}
    </>
  );
}
