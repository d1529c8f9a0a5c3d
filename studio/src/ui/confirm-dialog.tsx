import type { Problem } from '@patchbay/shared/base';
import type { ReactNode } from 'react';

import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { ProblemNote } from './problem-note.tsx';

interface ConfirmDialogProps {
  open: boolean;
  onClose: () => void;
  title: string;
  /** Names what will break or be gone. */
  children: ReactNode;
  /** The verb on the button: "Delete flow". */
  verb: string;
  /** What the button says that leaves all as it is. */
  keep?: string;
  onConfirm: () => void;
  busy?: boolean;
  danger?: boolean;
  problem?: Problem;
  /** A button for something milder. */
  milder?: ReactNode;
}

/** Asks before something that can't be taken back. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { open, onClose, title, children, verb, onConfirm, busy, danger = true } = props;
  const { problem, milder, keep = 'Keep it' } = props;
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={title}
      size="sm"
      actions={
        <>
          <Button onClick={onClose}>{keep}</Button>
          {milder}
          <Button variant={danger ? 'danger' : 'primary'} busy={busy} onClick={onConfirm}>
            {verb}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3 break-words text-ink-2">
        {children}
        {problem && <ProblemNote problem={problem} />}
      </div>
    </Dialog>
  );
}
