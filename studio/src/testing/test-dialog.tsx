import {
  createTest,
  draftOf,
  testDraftSchema,
  updateTest,
  type TestCase,
  type TestDraft,
} from '@patchbay/shared/testing';
import { useState, type ComponentProps } from 'react';

import { problemIn, useCommand } from '#lib';
import { Button, Dialog, ProblemNote, Tabs } from '#ui';

import { BrokenContext, JsonEditor, useBroken } from './json-editor.tsx';
import { TestForm } from './test-form.tsx';
import type { Tested } from './test-ground.ts';

interface TestDialogProps {
  subject: string;
  /** What it can be about. */
  tested: Tested;
  /** Absent: a new one. */
  test?: TestCase;
  start: TestDraft;
  onClose: () => void;
}

/** A test in full, as a form and as the JSON that it is. */
export function TestDialog({ subject, tested, test, start, onClose }: TestDialogProps) {
  const [draft, setDraft] = useState<TestDraft>(test ? draftOf(test) : start);
  const [tab, setTab] = useState<'form' | 'json'>('form');
  const { broken, report } = useBroken();
  const save = useSave(subject, test?.id);
  const checked = testDraftSchema.safeParse(draft);
  const isShaped = checked.success || !checked.error.issues.some(({ code }) => SHAPES.has(code));
  const wrong = checked.success ? undefined : wordsOf(checked.error.issues[0]);
  return (
    <BrokenContext value={report}>
      <Dialog
        open
        size="xl"
        onClose={onClose}
        dismissable={false}
        title={test ? 'Edit the test' : 'New test'}
        description="What goes in, what stands in for other systems, and what has to come out."
        actions={
          <>
            {wrong && <p className="mr-auto text-sm text-fail">{wrong}</p>}
            <Button onClick={onClose}>Cancel</Button>
            <SaveButton
              busy={save.isPending}
              disabled={!checked.success || broken > 0}
              onClick={() => checked.success && save.go(checked.data, onClose)}
            />
          </>
        }
      >
        {save.problem && <ProblemNote problem={save.problem} className="mb-4" />}
        <Tabs<'form' | 'json'>
          label="The test as"
          value={tab}
          // The form can only show what is a test.
          onChange={(next) => (next === 'json' || (broken === 0 && isShaped)) && setTab(next)}
          items={[
            {
              value: 'form',
              label: 'Form',
              content: <TestForm draft={draft} tested={tested} onChange={setDraft} />,
            },
            {
              value: 'json',
              label: 'JSON',
              content: (
                <JsonEditor
                  className="pt-4"
                  label="The test as JSON"
                  help="The same test as text. Checks are of kind equals, includes, schema or jsonata."
                  value={draft}
                  onChange={(next) => setDraft(next as TestDraft)}
                  height={380}
                />
              ),
            },
          ]}
        />
      </Dialog>
    </BrokenContext>
  );
}

function SaveButton(props: ComponentProps<typeof Button>) {
  return (
    <Button variant="primary" {...props}>
      Save
    </Button>
  );
}

/** What is wrong with a test that is more than a text that is too short. */
const SHAPES = new Set<string>([
  'invalid_type',
  'invalid_union',
  'unrecognized_keys',
  'invalid_format',
]);

function useSave(subject: string, id: string | undefined) {
  const create = useCommand(createTest, ['testing']);
  const update = useCommand(updateTest, ['testing']);
  const go = (body: TestDraft, onSuccess: () => void): void => {
    if (id === undefined) create.mutate({ params: { subject }, body }, { onSuccess });
    else update.mutate({ params: { subject, id }, body }, { onSuccess });
  };
  const problem = problemIn(create) ?? problemIn(update);
  return { go, problem, isPending: create.isPending || update.isPending };
}

function wordsOf(issue?: { path: PropertyKey[]; message: string }): string {
  const place = issue?.path.map(String).join('.') ?? '';
  if (place === 'name') return 'Give it a name.';
  if (/^checks\.\d+\.expression$/.test(place)) return 'A check has no expression yet.';
  return `${place || 'The test'}: ${issue?.message ?? 'is not right'}`;
}
