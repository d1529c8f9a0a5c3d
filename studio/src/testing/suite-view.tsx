import {
  getBatch,
  getSuite,
  runTests,
  type TestCase,
  type TestResult,
} from '@patchbay/shared/testing';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Link2, Play } from 'lucide-react';
import { useState } from 'react';

import { useMay } from '#access';
import { copyText, count, formatDuration, problemIn, useCommand, useEndpoint } from '#lib';
import { Button, Loading, Panel, ProblemNote, Select, TimeAgo, toast } from '#ui';

import { SuiteSchedule } from './suite-schedule.tsx';
import { TestDialog } from './test-dialog.tsx';
import { TestRow } from './test-row.tsx';

/** The tests of one flow or connection: run them, see what differs, share it. */
export function SuiteView({ subject }: { subject: string }) {
  const { result } = useSearch({ from: '/testing' });
  const suite = useEndpoint(getSuite, { params: { subject } });
  const old = useEndpoint(
    getBatch,
    { params: { subject, id: result ?? '' } },
    { enabled: result !== undefined },
  );
  const [editing, setEditing] = useState<TestCase>();
  const problem = problemIn(suite) ?? problemIn(old);
  if (problem) return <ProblemNote problem={problem} />;
  if (!suite.data) return <Loading what="the tests" />;
  const { name, cases, batches, last, schedule, next } = suite.data;
  const shown = result === undefined ? last : old.data;
  const results = new Map<string, TestResult>(shown?.results.map((one) => [one.case, one]));
  return (
    <div className="flex flex-col gap-4">
      <SuiteHead subject={subject} name={name} batches={batches} shown={shown?.id} />
      {shown && (
        <p role="status" className={shown.failed > 0 ? 'text-fail' : 'text-ok'}>
          {`${count(shown.passed, 'test')} passed, ${shown.failed} failed in ${formatDuration(shown.ms)}`}
          <span className="text-ink-3">
            {` · ${shown.by} · `}
            <TimeAgo at={shown.at} />
          </span>
        </p>
      )}
      <Panel flush>
        <ul className="divide-y divide-line">
          {cases.map((test) => (
            <TestRow
              key={test.id}
              subject={subject}
              test={test}
              result={results.get(test.id)}
              onEdit={() => setEditing(test)}
            />
          ))}
        </ul>
        {cases.length === 0 && (
          <p className="p-4 text-ink-3">
            Nothing is tested here yet: save a run or a call as a test.
          </p>
        )}
      </Panel>
      <SuiteSchedule subject={subject} schedule={schedule} next={next} />
      {editing && (
        <TestDialog subject={subject} test={editing} onClose={() => setEditing(undefined)} />
      )}
    </div>
  );
}

interface SuiteHeadProps {
  subject: string;
  name: string;
  batches: { id: string; at: number; passed: number; failed: number }[];
  shown: string | undefined;
}

function SuiteHead({ subject, name, batches, shown }: SuiteHeadProps) {
  const navigate = useNavigate({ from: '/testing' });
  const mayRun = useMay('run.start');
  const run = useCommand(runTests, ['testing', 'connections']);
  const problem = problemIn(run);
  const show = (result: string | undefined): void =>
    void navigate({ search: { tab: 'tests', subject, result } });
  return (
    <>
      <div className="flex flex-wrap items-center gap-3">
        <h2 className="min-w-0 flex-1 truncate text-lg font-semibold">{name}</h2>
        {batches.length > 0 && (
          <div className="w-72">
            <Select
              size="sm"
              aria-label="Result that is shown"
              value={shown}
              onChange={show}
              choices={batches.map(({ id, at, passed, failed }) => ({
                value: id,
                label: `${new Date(at).toLocaleString()} · ${passed} ✓ ${failed} ✗`,
              }))}
            />
          </div>
        )}
        {shown && <ShareButton subject={subject} result={shown} />}
        {mayRun && (
          <Button
            variant="primary"
            icon={<Play />}
            busy={run.isPending}
            onClick={() =>
              run.mutate({ params: { subject }, body: {} }, { onSuccess: () => show(undefined) })
            }
          >
            Run all
          </Button>
        )}
      </div>
      {problem && <ProblemNote problem={problem} />}
    </>
  );
}

/** A link that shows this result to whoever may see the flow. */
function ShareButton({ subject, result }: { subject: string; result: string }) {
  const share = async (): Promise<void> => {
    const query = new URLSearchParams({ tab: 'tests', subject, result });
    const ok = await copyText(`${location.origin}/testing?${query.toString()}`);
    if (ok) toast('Link copied', { hint: 'It opens for people who may see this flow.' });
    else toast('The browser refused to copy.', { tone: 'fail' });
  };
  return (
    <Button size="sm" variant="ghost" icon={<Link2 />} onClick={() => void share()}>
      Copy link
    </Button>
  );
}
