import type { Problem } from '@patchbay/shared/base';
import { deleteTest, runTests, type TestCase, type TestResult } from '@patchbay/shared/testing';
import { Ellipsis, Pencil, Play, Trash2 } from 'lucide-react';

import { useMay } from '#access';
import { formatDuration, toProblem, useCommand } from '#lib';
import { Badge, Button, IconButton, Menu, StatusGlyph, toastProblem } from '#ui';

import { Differences } from './differences.tsx';
import { RemedyNote } from './remedy-note.tsx';

const SCOPES = { flow: 'flow', node: 'step', mapping: 'mapping', action: 'action' } as const;

interface TestRowProps {
  subject: string;
  test: TestCase;
  result: TestResult | undefined;
  onEdit: () => void;
}

/** One test, how it went last, and what was different. */
export function TestRow({ subject, test, result, onEdit }: TestRowProps) {
  const mayEdit = useMay('flow.edit');
  const mayRun = useMay('run.start');
  const run = useCommand(runTests, ['testing', 'connections']);
  const remove = useCommand(deleteTest, ['testing']);
  const again = (): void =>
    run.mutate({ params: { subject }, body: { cases: [test.id] } }, { onError });
  const status = result ? (result.status === 'passed' ? 'done' : 'failed') : 'skipped';
  return (
    <li className="px-4 py-2.5">
      <div className="flex items-center gap-3">
        <StatusGlyph status={run.isPending ? 'running' : status} glyphOnly />
        <span className="min-w-0 flex-1 truncate font-medium">{test.name}</span>
        <Badge>{SCOPES[test.scope.kind]}</Badge>
        {test.outcome === 'failed' && <Badge tone="wait">expects a failure</Badge>}
        {result && <span className="text-sm text-ink-3">{formatDuration(result.ms)}</span>}
        {mayRun && (
          <IconButton label={`Run ${test.name}`} size="sm" onClick={again}>
            <Play />
          </IconButton>
        )}
        {mayEdit && (
          <Menu
            trigger={
              <IconButton label={`More for ${test.name}`} size="sm">
                <Ellipsis />
              </IconButton>
            }
            items={[
              { label: 'Edit', icon: <Pencil />, onSelect: onEdit },
              {
                label: 'Delete',
                icon: <Trash2 />,
                danger: true,
                onSelect: () => remove.mutate({ params: { subject, id: test.id } }, { onError }),
              },
            ]}
          />
        )}
      </div>
      {result && result.status !== 'passed' && (
        <Failure
          subject={subject}
          result={result}
          onAgain={mayRun ? again : undefined}
          onEdit={mayEdit ? onEdit : undefined}
        />
      )}
    </li>
  );
}

function onError(error: Error): void {
  toastProblem(toProblem(error));
}

/** The test itself names what is no longer there. */
function isOfTest({ at }: Problem): boolean {
  return /^(scope$|mocks\.)/.test(at?.field ?? '');
}

function EditButton({ onClick }: { onClick: () => void }) {
  return (
    <Button size="sm" onClick={onClick}>
      Edit the test
    </Button>
  );
}

interface FailureProps {
  subject: string;
  result: TestResult;
  /** Absent for people who may not. */
  onAgain?: () => void;
  onEdit?: () => void;
}

function Failure({ subject, result, onAgain, onEdit }: FailureProps) {
  const { problem, checks } = result;
  const [kind, id] = subject.split(':');
  const context = kind === 'flow' ? { flow: id } : { connection: id };
  const failed = checks.filter(({ ok }) => !ok);
  return (
    <div className="mt-2 ml-7 flex flex-col gap-2">
      {problem && (
        <RemedyNote
          problem={problem}
          context={context}
          onAgain={onAgain}
          mend={onEdit && isOfTest(problem) ? <EditButton onClick={onEdit} /> : undefined}
        />
      )}
      {failed.map((check) => (
        <section key={check.says} aria-label={check.says}>
          <h3 className="text-sm font-semibold text-fail">{`Not so: ${check.says}`}</h3>
          {check.problem && <p className="text-ink-2">{check.problem.message}</p>}
          {check.differences.length > 0 && <Differences items={check.differences} />}
        </section>
      ))}
    </div>
  );
}
