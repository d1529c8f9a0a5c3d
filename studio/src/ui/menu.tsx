import { ContextMenu as BaseContext } from '@base-ui/react/context-menu';
import { Menu as Base } from '@base-ui/react/menu';
import { useEffect, type ReactElement, type ReactNode } from 'react';

import { cx } from './cx.ts';
import { Keys } from './kbd.tsx';
import { OPTION, POPUP } from './popup.ts';

export interface MenuAction {
  label: string;
  icon?: ReactNode;
  shortcut?: string;
  danger?: boolean;
  disabled?: boolean;
  /** A part it opens: fetched while the menu is read, so that what is typed next finds it there. */
  opens?: { preload: () => Promise<void> };
  onSelect: () => void;
}

/** `'-'` draws a line. */
export type MenuItem = MenuAction | '-' | false | undefined;

interface MenuProps {
  trigger: ReactElement;
  items: readonly MenuItem[];
  side?: 'top' | 'right' | 'bottom' | 'left';
  align?: 'start' | 'center' | 'end';
  /** Above them, in plain words. */
  head?: ReactNode;
}

/** A list of actions behind a button. */
export function Menu({ trigger, items, side = 'bottom', align = 'end', head }: MenuProps) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal role="region" aria-label="Menu">
        <Base.Positioner side={side} align={align} sideOffset={4} className="z-50">
          <MenuItems items={items} head={head} />
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

interface ContextMenuProps {
  /** The area that takes the right click (or Shift+F10). */
  children: ReactElement;
  items: readonly MenuItem[];
  onOpenChange?: (open: boolean) => void;
}

/** The same list on a right click. */
export function ContextMenu({ children, items, onOpenChange }: ContextMenuProps) {
  return (
    <BaseContext.Root onOpenChange={onOpenChange}>
      <BaseContext.Trigger render={children} />
      <BaseContext.Portal role="region" aria-label="Menu">
        <BaseContext.Positioner className="z-50">
          <MenuItems items={items} />
        </BaseContext.Positioner>
      </BaseContext.Portal>
    </BaseContext.Root>
  );
}

function MenuItems({ items, head }: Pick<MenuProps, 'items' | 'head'>) {
  return (
    <Base.Popup className={cx(POPUP, 'max-h-(--available-height) min-w-44 overflow-y-auto')}>
      {head && <div className="mb-1 max-w-64 border-b border-line px-2 pt-1 pb-1.5">{head}</div>}
      {items.map((item, i) => {
        if (!item) return null;
        if (item === '-') return <Base.Separator key={`line-${i}`} className="my-1 h-px bg-line" />;
        return <MenuRow key={item.label} action={item} />;
      })}
    </Base.Popup>
  );
}

function MenuRow({ action }: { action: MenuAction }) {
  const { opens } = action;
  // What can't be fetched now says so when it is chosen.
  useEffect(() => void opens?.preload().catch(() => undefined), [opens]);
  return (
    <Base.Item
      disabled={action.disabled}
      onClick={action.onSelect}
      className={cx(OPTION, action.danger && 'text-fail')}
    >
      {action.icon}
      <span className="flex-1">{action.label}</span>
      {action.shortcut && <Keys shortcut={action.shortcut} />}
    </Base.Item>
  );
}
