import {
  draftOf,
  getBatch,
  getSuite,
  type TestBatch,
  type TestCase,
  type TestResult,
} from '@patchbay/shared/testing';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Link2, Plus } from 'lucide-react';
import { useState } from 'react';

import { useMay } from '#access';
import {
  copyText,
  count,
  currentProject,
  formatDuration,
  problemIn,
  projectHref,
  useEndpoint,
} from '#lib';
import { Button, Dialog, Loading, Panel, ProblemNote, Select, TimeAgo, toast } from '#ui';

import { SuiteRun } from './suite-run.tsx';
import { SuiteSchedule } from './suite-schedule.tsx';
import { TestDialog } from './test-dialog.tsx';
import { startOf, useTested } from './test-ground.ts';
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
  const [editing, setEditing] = useState<TestCase | 'new'>();
  const problem = problemIn(suite) ?? problemIn(old);
  if (problem) return <ProblemNote problem={problem} />;
  if (!suite.data) return <Loading what="the tests" />;
  const { name, cases, batches, last, standing, schedule, next } = suite.data;
  const shown = result === undefined ? last : old.data;
  const rows = result === undefined ? standing : (shown?.results ?? []);
  const results = new Map<string, TestResult>(rows.map((one) => [one.case, one]));
  return (
    <div className="flex flex-col gap-4">
      <SuiteHead
        subject={subject}
        name={name}
        batches={batches}
        shown={shown?.id}
        onNew={() => setEditing('new')}
      />
      {shown && <BatchWords batch={shown} />}
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
            Nothing is tested here yet: save a run or a call as a test, or write one.
          </p>
        )}
      </Panel>
      <SuiteSchedule subject={subject} schedule={schedule} next={next} />
      {editing && (
        <EditTest subject={subject} editing={editing} onClose={() => setEditing(undefined)} />
      )}
    </div>
  );
}

/** How a suite went, in one line. */
function BatchWords({ batch }: { batch: Omit<TestBatch, 'results'> }) {
  const { passed, failed, ms, by, at, version, part } = batch;
  const on = version === undefined ? '' : ` · version ${version}`;
  return (
    <p role="status" className={failed > 0 ? 'text-fail' : 'text-ok'}>
      {`${count(passed, 'test')} passed, ${failed} failed in ${formatDuration(ms)}`}
      <span className="text-ink-3">
        {`${part ? ' · only some of them were run' : ''}${on} · ${by} · `}
        <TimeAgo at={at} />
      </span>
    </p>
  );
}

interface EditTestProps {
  subject: string;
  editing: TestCase | 'new';
  onClose: () => void;
}

/** The dialog, once it is known what can be tested. */
function EditTest({ subject, editing, onClose }: EditTestProps) {
  const tested = useTested(subject);
  if (!tested) return null;
  const test = editing === 'new' ? undefined : editing;
  const start = startOf(tested) ?? (test && draftOf(test));
  if (!start)
    return (
      <Dialog open onClose={onClose} title="Nothing can be tested here yet">
        Add a trigger to the flow first.
      </Dialog>
    );
  return (
    <TestDialog subject={subject} tested={tested} test={test} start={start} onClose={onClose} />
  );
}

interface SuiteHeadProps {
  subject: string;
  name: string;
  batches: { id: string; at: number; passed: number; failed: number }[];
  shown: string | undefined;
  onNew: () => void;
}

function SuiteHead({ subject, name, batches, shown, onNew }: SuiteHeadProps) {
  const navigate = useNavigate({ from: '/testing' });
  const mayEdit = useMay('flow.edit');
  const show = (result: string | undefined): void =>
    void navigate({ search: { tab: 'tests', subject, result } });
  return (
    <div className="flex flex-wrap items-center gap-3">
      <h2 className="min-w-40 flex-1 truncate text-lg font-semibold">{name}</h2>
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
      {mayEdit && (
        <Button icon={<Plus />} onClick={onNew}>
          New test
        </Button>
      )}
      <SuiteRun subject={subject} onDone={() => show(undefined)} />
    </div>
  );
}

/** A link that shows this result to whoever may see the flow. */
function ShareButton({ subject, result }: { subject: string; result: string }) {
  const share = async (): Promise<void> => {
    const query = new URLSearchParams({ tab: 'tests', subject, result });
    const place = projectHref(currentProject, `/testing?${query.toString()}`);
    const ok = await copyText(location.origin + place);
    if (ok) toast('Link copied', { hint: 'It opens for people who may see this flow.' });
    else toast('The browser refused to copy.', { tone: 'fail' });
  };
  return (
    <Button size="sm" variant="ghost" icon={<Link2 />} onClick={() => void share()}>
      Copy link
    </Button>
  );
}
