import { callAction } from '@patchbay/shared/testing';
import { useNavigate, useSearch } from '@tanstack/react-router';

import { useMay } from '#access';
import { Page, Tabs } from '#ui';

import { Console } from './console.tsx';
import { Suites } from './suites.tsx';

type Tab = 'console' | 'tests';

const CONSOLE = { value: 'console', label: 'Console', content: <Console /> } as const;

/** Calls by hand and saved tests; the address names what is shown, so that it can be shared. */
export function TestingPage() {
  const mayCall = useMay(callAction.permission);
  const { tab } = useSearch({ from: '/testing' });
  const navigate = useNavigate({ from: '/testing' });
  return (
    <Page
      fill
      title="Testing"
      lead="Try an action before anything depends on it, and run the tests that keep it right."
    >
      <Tabs<Tab>
        label="Ways to test"
        className="min-h-0 flex-1 rounded-lg border border-line bg-panel shadow-card"
        value={tab === 'tests' || !mayCall ? 'tests' : 'console'}
        onChange={(next) => void navigate({ search: (now) => ({ ...now, tab: next }) })}
        items={[
          ...(mayCall ? [CONSOLE] : []),
          { value: 'tests', label: 'Tests', content: <Suites /> },
        ]}
      />
    </Page>
  );
}
