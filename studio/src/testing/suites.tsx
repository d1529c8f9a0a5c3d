import { listSuites } from '@patchbay/shared/testing';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { FlaskConical } from 'lucide-react';

import { useMay } from '#access';
import { count, problemIn, useEndpoint } from '#lib';
import { EmptyState, Loading, ProblemNote, StatusGlyph } from '#ui';

import { SuiteView } from './suite-view.tsx';

/** Everything that has tests on the left, the chosen suite on the right. */
export function Suites() {
  const { subject } = useSearch({ from: '/testing' });
  const maySave = useMay('flow.edit');
  const suites = useEndpoint(listSuites, {});
  const problem = problemIn(suites);
  if (problem) return <ProblemNote problem={problem} onAgain={suites.refetch} className="m-4" />;
  if (!suites.data) return <Loading what="tests" />;
  const { items } = suites.data;
  if (items.length === 0 && !subject)
    return (
      <EmptyState icon={<FlaskConical />} title="No tests yet">
        {maySave
          ? 'Open a run and press “Save as test”, or save a call of the console. '
          : 'Whoever has the role Editor saves runs and calls as tests. '}
        What was sent and what came back becomes the test, without secrets and personal data.
      </EmptyState>
    );
  const chosen = subject ?? items[0]?.subject;
  return (
    <div className="grid h-full min-h-0 grid-cols-[260px_1fr] divide-x divide-line">
      <nav aria-label="Suites" className="min-h-0 overflow-y-auto p-2">
        {items.map((item) => (
          <SuiteLink key={item.subject} item={item} isChosen={item.subject === chosen} />
        ))}
      </nav>
      <div className="min-h-0 overflow-y-auto p-4">
        {chosen && <SuiteView key={chosen} subject={chosen} />}
      </div>
    </div>
  );
}

interface SuiteLinkProps {
  item: {
    subject: string;
    name: string;
    cases: number;
    scheduled: boolean;
    last?: { failed: number };
  };
  isChosen: boolean;
}

function SuiteLink({ item, isChosen }: SuiteLinkProps) {
  const navigate = useNavigate({ from: '/testing' });
  const { subject, name, cases, scheduled, last } = item;
  const kind = subject.startsWith('flow:') ? 'Flow' : 'Connection';
  return (
    <button
      type="button"
      aria-current={isChosen}
      onClick={() => void navigate({ search: { tab: 'tests', subject } })}
      className="flex w-full items-center gap-2 rounded-md px-2 py-1.5 text-left hover:bg-hover aria-[current=true]:bg-accent-soft"
    >
      <StatusGlyph status={last ? (last.failed > 0 ? 'failed' : 'done') : 'skipped'} glyphOnly />
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">{name}</span>
        <span className="block text-sm text-ink-3">
          {`${kind} · ${count(cases, 'test')}${scheduled ? ' · scheduled' : ''}`}
        </span>
      </span>
    </button>
  );
}
