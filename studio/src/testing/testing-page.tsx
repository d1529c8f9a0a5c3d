import { useNavigate, useSearch } from '@tanstack/react-router';

import { Page, Tabs } from '#ui';

import { Console } from './console.tsx';
import { Suites } from './suites.tsx';

type Tab = 'console' | 'tests';

/** Calls by hand and saved tests; the address names what is shown, so that it can be shared. */
export function TestingPage() {
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
        value={tab === 'tests' ? 'tests' : 'console'}
        onChange={(next) => void navigate({ search: (now) => ({ ...now, tab: next }) })}
        items={[
          { value: 'console', label: 'Console', content: <Console /> },
          { value: 'tests', label: 'Tests', content: <Suites /> },
        ]}
      />
    </Page>
  );
}
