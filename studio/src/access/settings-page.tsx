import { createToken } from '@patchbay/shared/access';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

import { useTheme, type Theme } from '#lib';
import { Field, Page, Panel, Select } from '#ui';

import { useMay, useMe } from './me.ts';
import { PeoplePanel } from './people-panel.tsx';
import { ProjectsPanel } from './projects-panel.tsx';
import { ServerInfo } from './server-info.tsx';
import { TokensPanel } from './tokens-panel.tsx';

const THEMES: { value: Theme; label: string }[] = [
  { value: 'system', label: 'As the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
];

/** What belongs to the person and to the installation; `children` are the panels of other rooms. */
export function SettingsPage({ children }: { children?: ReactNode }) {
  const me = useMe();
  const mayMakeTokens = useMay(createToken.permission);
  const [theme, setTheme] = useTheme();
  return (
    <Page title="Settings">
      <div className="grid max-w-180 gap-4">
        <Panel title="You">
          <dl className="grid grid-cols-[120px_1fr] gap-y-1">
            <dt className="text-ink-3">Name</dt>
            <dd className="break-words">{me?.name}</dd>
            <dt className="text-ink-3">E-mail</dt>
            <dd className="break-words">{me?.email}</dd>
          </dl>
        </Panel>
        <Panel title="Appearance">
          <Field label="Theme" className="w-60">
            {(control) => (
              <Select {...control} choices={THEMES} value={theme} onChange={setTheme} />
            )}
          </Field>
        </Panel>
        <ProjectsPanel />
        <PeoplePanel />
        <Panel title="How long runs are kept">
          <p className="text-ink-2">
            Each flow says for itself how many days or how many of its ended runs are kept. Without
            a setting, runs are kept for good. Choose “Flow settings…” in the menu of a flow on the{' '}
            <Link to="/flows" className="text-accent underline">
              Flows page
            </Link>
            , or the same button in its editor.
          </p>
        </Panel>
        {mayMakeTokens && <TokensPanel />}
        {children}
        <ServerInfo />
      </div>
    </Page>
  );
}
