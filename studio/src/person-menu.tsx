import { ROLE_WORDS } from '@patchbay/shared/access';
import { KeyRound, LogOut, Monitor, Moon, Sun } from 'lucide-react';
import { useState } from 'react';

import { ChangePassword, useSignOut, type Me } from '#access';
import { useTheme } from '#lib';
import { Menu } from '#ui';

/** The person at the foot of the rail: who they are here, theme, password and sign-out. */
export function PersonMenu({ me }: { me: Me }) {
  const [theme, setTheme] = useTheme();
  const { signOut } = useSignOut();
  const [isChanging, setChanging] = useState(false);
  const mark = (of: typeof theme, words: string): string => (theme === of ? `${words} ✓` : words);
  return (
    <>
      <Menu
        side="right"
        trigger={
          <button
            type="button"
            title={me.name}
            className="mx-auto mt-1 flex size-8 shrink-0 items-center justify-center rounded-full bg-accent-soft text-sm font-semibold text-accent"
          >
            <span aria-hidden>{initials(me.name)}</span>
            <span className="sr-only">{me.name}: theme, password and sign-out</span>
          </button>
        }
        head={<Standing me={me} />}
        items={[
          {
            label: mark('system', 'Theme of the system'),
            icon: <Monitor />,
            onSelect: () => setTheme('system'),
          },
          { label: mark('light', 'Light'), icon: <Sun />, onSelect: () => setTheme('light') },
          { label: mark('dark', 'Dark'), icon: <Moon />, onSelect: () => setTheme('dark') },
          '-',
          { label: 'Change password…', icon: <KeyRound />, onSelect: () => setChanging(true) },
          { label: 'Sign out', icon: <LogOut />, onSelect: signOut },
        ]}
      />
      {isChanging && <ChangePassword email={me.email} onClose={() => setChanging(false)} />}
    </>
  );
}

function Standing({ me: { name, role, project } }: { me: Me }) {
  return (
    <>
      <p className="truncate font-medium">{name}</p>
      {role && (
        <p className="text-sm break-words text-ink-3">
          {ROLE_WORDS[role].name} {role === 'owner' ? 'of Patchbay' : `in ${project.name}`}
        </p>
      )}
    </>
  );
}

function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  return words
    .slice(0, 2)
    .map((word) => word.charAt(0).toUpperCase())
    .join('');
}
