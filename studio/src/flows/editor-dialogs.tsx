import { useAtom } from 'jotai';

import { ConflictDialog } from './conflict-dialog.tsx';
import { WhenDrawing } from './editor-read-only.tsx';
import { useEditor } from './editor-session.ts';
import { dialogAtom } from './editor.atoms.ts';
import { FlowSettingsDialog } from './flow-settings-dialog.tsx';
import { KeysDialog } from './keys-dialog.tsx';
import { PublishDialog } from './publish-dialog.tsx';
import { StartDialog } from './start-dialog.tsx';
import { Tour } from './tour.tsx';
import { VarsDialog } from './vars-dialog.tsx';

/** The one dialog that is open. */
export function EditorDialogs() {
  const [dialog, setDialog] = useAtom(dialogAtom);
  const { flowId } = useEditor();
  const close = (): void => setDialog(undefined);
  return (
    <>
      {dialog === 'publish' && <PublishDialog onClose={close} />}
      {dialog === 'start' && <StartDialog onClose={close} />}
      {dialog === 'keys' && <KeysDialog onClose={close} />}
      {dialog === 'conflict' && <ConflictDialog onClose={close} />}
      {dialog === 'settings' && <FlowSettingsDialog flowId={flowId} onClose={close} />}
      {dialog === 'vars' && <VarsDialog onClose={close} />}
      <WhenDrawing>
        <Tour />
      </WhenDrawing>
    </>
  );
}
