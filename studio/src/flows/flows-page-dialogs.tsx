import type { FlowSummary } from '@patchbay/shared/flows';
import { useState, type FormEvent } from 'react';

import { problemIn } from '#lib';
import { Button, ConfirmDialog, Dialog, Field, Input, ProblemNote, toast } from '#ui';

import { flowStops } from './flow-stops.ts';
import { useDeleteFlow, useUpdateFlow } from './flows-page-commands.ts';

interface FlowDialogProps {
  flow: FlowSummary;
  onClose: () => void;
}

/** Changes a flow's name and folder. */
export function RenameFlow({ flow, folders, onClose }: FlowDialogProps & { folders: string[] }) {
  const [values, setValues] = useState({ name: flow.name, folder: flow.folder });
  const update = useUpdateFlow();
  const problem = problemIn(update);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (values.name.trim() === '') return;
    update.mutate(
      { params: { id: flow.id }, body: { ...values, folder: values.folder.trim() } },
      { onSuccess: onClose },
    );
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title="Rename or move"
      size="sm"
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" form="rename-flow" busy={update.isPending}>
            Save
          </Button>
        </>
      }
    >
      <form id="rename-flow" onSubmit={send} className="flex flex-col gap-4">
        {problem && <ProblemNote problem={problem} />}
        <Field
          label="Name"
          required
          error={values.name.trim() === '' ? 'A flow needs a name.' : undefined}
        >
          {(control) => (
            <Input
              {...control}
              value={values.name}
              onChange={(event) => setValues({ ...values, name: event.target.value })}
            />
          )}
        </Field>
        <FolderField
          folders={folders}
          value={values.folder}
          onChange={(folder) => setValues({ ...values, folder })}
        />
      </form>
    </Dialog>
  );
}

interface FolderFieldProps {
  folders: string[];
  value: string;
  onChange: (folder: string) => void;
}

function FolderField({ folders, value, onChange }: FolderFieldProps) {
  return (
    <>
      <Field label="Folder" help="A new name makes a new folder; empty puts it at the top.">
        {(control) => (
          <Input
            {...control}
            list="flow-folders"
            maxLength={200}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
        )}
      </Field>
      <datalist id="flow-folders">
        {folders.map((folder) => (
          <option key={folder} value={folder} />
        ))}
      </datalist>
    </>
  );
}

/** Asks before a flow goes, naming what goes with it. */
export function DeleteFlow({ flow, onClose }: FlowDialogProps) {
  const remove = useDeleteFlow();
  const confirm = (): void =>
    remove.mutate(
      { params: { id: flow.id } },
      {
        onSuccess: () => {
          onClose();
          toast(`“${flow.name.slice(0, 80)}” is deleted`);
        },
      },
    );
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      title="Delete this flow?"
      verb="Delete flow"
      busy={remove.isPending}
      problem={problemIn(remove)}
      onConfirm={confirm}
    >
      <p>
        <strong className="line-clamp-3 text-ink">{flow.name}</strong> goes with its draft, all its
        versions and all its runs. This can’t be taken back; export it first to keep a copy.
      </p>
      {flow.liveVersion !== undefined && (
        <ul className="list-disc pl-5">
          <li>Version {flow.liveVersion} is live and stops now.</li>
          {flowStops(flow).map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      )}
    </ConfirmDialog>
  );
}
