import type { Json } from '@patchbay/shared/base';
import type { ActionManifest } from '@patchbay/shared/catalog';
import { FlaskConical } from 'lucide-react';

import { Button, ConfirmDialog } from '#ui';

interface AskFirstProps {
  action: ActionManifest;
  input: Json;
  /** What the connection is called, or the connector where there is none. */
  target: string;
  /** On the button that does it. */
  verb: string;
  open: boolean;
  onClose: () => void;
  onConfirm: () => void;
  onDryRun?: () => void;
}

const SHOWN_CHARS = 600;

/** What destroys says what it will do, to what and where, before it is done. */
export function AskFirst({ action, input, target, onDryRun, ...dialog }: AskFirstProps) {
  const does = action.effects.destructive
    ? 'It removes or overwrites'
    : 'It seems to remove or overwrite';
  const text = JSON.stringify(input, null, 2) ?? '';
  return (
    <ConfirmDialog
      {...dialog}
      title={`Are you sure about “${action.title}”?`}
      danger
      milder={
        onDryRun && (
          <Button icon={<FlaskConical />} onClick={onDryRun}>
            Dry run
          </Button>
        )
      }
    >
      <p>{action.description}</p>
      <p>{`${does} data of “${target.slice(0, 80)}” for good, with this input:`}</p>
      <pre
        tabIndex={0}
        aria-label="Input"
        className="max-h-48 overflow-auto rounded-md bg-sunken p-2 font-mono text-sm break-all whitespace-pre-wrap text-ink"
      >
        {text.length > SHOWN_CHARS ? `${text.slice(0, SHOWN_CHARS)}…` : text}
      </pre>
      {onDryRun && <p>“Dry run” goes through all of it and keeps nothing.</p>}
    </ConfirmDialog>
  );
}
