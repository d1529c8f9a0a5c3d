import { Copy, Ellipsis, Play, Plus, Trash2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';

import { Button, type ButtonSize, type ButtonVariant } from './button.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { Dialog } from './dialog.tsx';
import { IconButton } from './icon-button.tsx';
import { Keys } from './kbd.tsx';
import { ContextMenu, Menu, type MenuItem } from './menu.tsx';
import { Panel } from './panel.tsx';
import { Popover } from './popover.tsx';
import { toast } from './toast.tsx';

const VARIANTS: ButtonVariant[] = ['primary', 'secondary', 'ghost', 'danger'];
const SIZES: ButtonSize[] = ['sm', 'md', 'lg'];

const nothing = (): void => undefined;
const ITEMS: MenuItem[] = [
  { label: 'Copy', icon: <Copy />, shortcut: 'Mod+C', onSelect: nothing },
  { label: 'Not now', disabled: true, onSelect: nothing },
  '-',
  { label: 'Delete', icon: <Trash2 />, danger: true, onSelect: nothing },
];

export function ControlsGallery() {
  return (
    <div className="grid gap-4 py-4">
      <Panel title="Buttons">
        {SIZES.map((size) => (
          <Row key={size}>
            {VARIANTS.map((variant) => (
              <Button key={variant} variant={variant} size={size} icon={<Play />}>
                {variant}
              </Button>
            ))}
            <Button size={size} busy>
              Busy
            </Button>
            <Button size={size} disabled>
              Disabled
            </Button>
          </Row>
        ))}
        <Row>
          <IconButton label="Add" shortcut="Mod+N">
            <Plus />
          </IconButton>
          <IconButton label="Pressed" pressed>
            <Plus />
          </IconButton>
          <IconButton label="Disabled" disabled>
            <Plus />
          </IconButton>
          <Keys shortcut="Mod+Shift+K" />
        </Row>
      </Panel>
      <OpeningPanel />
    </div>
  );
}

function OpeningPanel() {
  return (
    <Panel title="What opens">
      <Row>
        <Menu
          items={ITEMS}
          trigger={
            <IconButton label="Menu">
              <Ellipsis />
            </IconButton>
          }
        />
        <Popover trigger={<Button>Popover</Button>} title="A popover">
          For what is too much for a menu.
        </Popover>
        <ContextMenu items={ITEMS}>
          <div className="rounded-md border border-dashed border-line-strong px-4 py-2">
            Right click here
          </div>
        </ContextMenu>
        <Dialogs />
        <Button onClick={() => toast('Saved', { action: { label: 'Undo', onClick: nothing } })}>
          Toast
        </Button>
        <Button
          onClick={() => toast('It failed', { tone: 'fail', hint: 'Try it again in a minute.' })}
        >
          Failed toast
        </Button>
      </Row>
    </Panel>
  );
}

function Row({ children }: { children: ReactNode }) {
  return <div className="flex flex-wrap items-center gap-2 py-1.5">{children}</div>;
}

function Dialogs() {
  const [open, setOpen] = useState<'dialog' | 'confirm'>();
  const close = (): void => setOpen(undefined);
  return (
    <>
      <Button onClick={() => setOpen('dialog')}>Dialog</Button>
      <Button onClick={() => setOpen('confirm')}>Confirm</Button>
      <Dialog
        open={open === 'dialog'}
        onClose={close}
        title="A dialog"
        description="With a line below its title."
        actions={<Button variant="primary">Save</Button>}
      >
        What it is about.
      </Dialog>
      <ConfirmDialog
        open={open === 'confirm'}
        onClose={close}
        title="Delete this?"
        verb="Delete it"
        onConfirm={close}
      >
        It names what will break.
      </ConfirmDialog>
    </>
  );
}
