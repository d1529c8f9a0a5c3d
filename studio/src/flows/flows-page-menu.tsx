import type { FlowSummary } from '@patchbay/shared/flows';
import { useNavigate } from '@tanstack/react-router';
import {
  Copy,
  Download,
  Ellipsis,
  FolderSymlink,
  History,
  ListVideo,
  Pencil,
  Play,
  Settings2,
  Trash2,
} from 'lucide-react';
import { useState } from 'react';

import { useMay, useOtherProjectsFor } from '#access';
import { lazyPart } from '#lib';
import { IconButton, Menu, type MenuItem } from '#ui';

import { duplicateFlow, exportFlow, useRunFlow } from './flows-page-commands.ts';

const FlowSettingsDialog = lazyPart(
  async () => (await import('./flow-settings-dialog.tsx')).FlowSettingsDialog,
  '',
);

const RenameFlow = lazyPart(async () => (await import('./flows-page-dialogs.tsx')).RenameFlow, '');
const MoveFlow = lazyPart(async () => (await import('./flows-page-move.tsx')).MoveFlow, '');
const DeleteFlow = lazyPart(async () => (await import('./flows-page-dialogs.tsx')).DeleteFlow, '');

interface FlowMenuProps {
  flow: FlowSummary;
  folders: string[];
}

type FlowDialog = 'rename' | 'move' | 'settings' | 'delete';

/** What can be done with a flow from the list. */
export function FlowMenu({ flow, folders }: FlowMenuProps) {
  const [dialog, setDialog] = useState<FlowDialog>();
  const going = useGoing(flow);
  const changing = useChanging(flow, setDialog);
  const close = (): void => setDialog(undefined);
  return (
    <>
      <Menu
        trigger={
          <IconButton label={`More for ${flow.name.slice(0, 100)}`}>
            <Ellipsis />
          </IconButton>
        }
        items={[...going, '-', ...changing]}
      />
      {dialog === 'rename' && <RenameFlow flow={flow} folders={folders} onClose={close} />}
      {dialog === 'move' && <MoveFlow flow={flow} onClose={close} />}
      {dialog === 'settings' && <FlowSettingsDialog flowId={flow.id} onClose={close} />}
      {dialog === 'delete' && <DeleteFlow flow={flow} onClose={close} />}
    </>
  );
}

/** Running it, and the pages about it. */
function useGoing(flow: FlowSummary): MenuItem[] {
  const navigate = useNavigate();
  const run = useRunFlow();
  const mayRun = useMay('run.start');
  const { id } = flow;
  return [
    mayRun && { label: 'Run now', icon: <Play />, onSelect: () => run(flow) },
    {
      label: 'Runs',
      icon: <ListVideo />,
      onSelect: () => void navigate({ to: '/runs', search: { flow: id } }),
    },
    {
      label: 'Versions',
      icon: <History />,
      onSelect: () => void navigate({ to: '/flows/$flowId/versions', params: { flowId: id } }),
    },
  ];
}

/** What changes or copies it. */
function useChanging(flow: FlowSummary, onDialog: (dialog: FlowDialog) => void): MenuItem[] {
  const mayEdit = useMay('flow.edit');
  const hasOthers = useOtherProjectsFor('flow.edit', mayEdit).length > 0;
  const exported: MenuItem = {
    label: 'Export as a file',
    icon: <Download />,
    onSelect: () => void exportFlow(flow),
  };
  if (!mayEdit) return [exported];
  return [
    {
      label: 'Rename or move…',
      icon: <Pencil />,
      opens: RenameFlow,
      onSelect: () => onDialog('rename'),
    },
    hasOthers && {
      label: 'Move to another project…',
      icon: <FolderSymlink />,
      opens: MoveFlow,
      onSelect: () => onDialog('move'),
    },
    {
      label: 'Flow settings…',
      icon: <Settings2 />,
      opens: FlowSettingsDialog,
      onSelect: () => onDialog('settings'),
    },
    { label: 'Duplicate', icon: <Copy />, onSelect: () => void duplicateFlow(flow) },
    exported,
    '-',
    { label: 'Delete…', icon: <Trash2 />, danger: true, onSelect: () => onDialog('delete') },
  ];
}
