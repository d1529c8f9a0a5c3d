import type { TestDraft } from '@patchbay/shared/testing';
import type { ReactNode } from 'react';

import { Field, Input, Select } from '#ui';

import { TestChecks } from './test-checks.tsx';
import { TestClock } from './test-clock.tsx';
import type { Tested } from './test-ground.ts';
import { TestInput } from './test-input.tsx';
import { TestMocks } from './test-mocks.tsx';
import { TestScope } from './test-scope.tsx';

/** What a part of the form gets. */
export interface TestPartProps {
  draft: TestDraft;
  tested: Tested;
  onChange: (draft: TestDraft) => void;
}

const OUTCOMES = [
  { value: 'done', label: 'It goes well' },
  { value: 'failed', label: 'It fails' },
] as const;

/** A test as a form: what is tested, with what, with which stand-ins, and what has to come of it. */
export function TestForm(props: TestPartProps) {
  const { draft, onChange } = props;
  const { scope } = draft;
  return (
    <div className="flex flex-col gap-5 pt-4">
      <div className="grid grid-cols-2 gap-4">
        <Field label="Name" required>
          {(control) => (
            <Input
              {...control}
              value={draft.name}
              onChange={(event) => onChange({ ...draft, name: event.target.value })}
            />
          )}
        </Field>
        <TestScope {...props} />
      </div>
      <Part title="Input">
        <TestInput key={placeOf(scope)} {...props} />
      </Part>
      {scope.kind !== 'action' && (
        <>
          {scope.kind !== 'mapping' && (
            <Part title="Stand-ins">
              <TestMocks {...props} />
            </Part>
          )}
          <Part title="Clock">
            <TestClock {...props} />
          </Part>
        </>
      )}
      <Part title="Expectations">
        <Field label="How it ends" className="w-60">
          {(control) => (
            <Select
              {...control}
              choices={OUTCOMES}
              value={draft.outcome}
              onChange={(outcome) => onChange({ ...draft, outcome })}
            />
          )}
        </Field>
        <TestChecks {...props} />
      </Part>
    </div>
  );
}

/** What the input is for; another place has another form. */
function placeOf(scope: TestDraft['scope']): string {
  return JSON.stringify({ ...scope, dryRun: undefined });
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="flex flex-col gap-3 border-t border-line pt-3">
      <h3 className="font-semibold">{title}</h3>
      {children}
    </section>
  );
}
