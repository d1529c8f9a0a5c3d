import { signOut } from '@patchbay/shared/access';
import { LogOut, Monitor, Moon, Sun } from 'lucide-react';

import type { Me } from '#access';
import { queryClient, useTheme, useCommand } from '#lib';
import { Menu } from '#ui';

/** The person at the foot of the rail: theme and sign-out. */
export function PersonMenu({ me }: { me: Me }) {
  const [theme, setTheme] = useTheme();
  const leave = useCommand(signOut);
  const mark = (of: typeof theme, words: string): string => (theme === of ? `${words} ✓` : words);
  const out = (): void =>
    leave.mutate(
      {},
      {
        onSuccess: () => {
          queryClient.clear();
          location.assign('/');
        },
      },
    );
  return (
    <Menu
      side="right"
      trigger={
        <button
          type="button"
          title={me.name}
          className="mx-auto mt-1 flex size-8 items-center justify-center rounded-full bg-accent-soft text-sm font-semibold text-accent"
        >
          <span aria-hidden>{initials(me.name)}</span>
          <span className="sr-only">{me.name}: theme and sign-out</span>
        </button>
      }
      items={[
        {
          label: mark('system', 'Theme of the system'),
          icon: <Monitor />,
          onSelect: () => setTheme('system'),
        },
        { label: mark('light', 'Light'), icon: <Sun />, onSelect: () => setTheme('light') },
        { label: mark('dark', 'Dark'), icon: <Moon />, onSelect: () => setTheme('dark') },
        '-',
        { label: 'Sign out', icon: <LogOut />, onSelect: out },
      ]}
    />
  );
}

function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  return words
    .slice(0, 2)
    .map((word) => word.charAt(0).toUpperCase())
    .join('');
}
