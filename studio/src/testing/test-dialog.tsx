import { parseJson } from '@patchbay/shared/base';
import { testDraftSchema, updateTest, type TestCase } from '@patchbay/shared/testing';
import { useState } from 'react';

import { CodeEditor } from '#form';
import { problemIn, useCommand } from '#lib';
import { Button, Dialog, Field, Input, ProblemNote } from '#ui';

interface TestDialogProps {
  subject: string;
  test: TestCase;
  onClose: () => void;
}

/** A test in full: its name, and input, mocks and checks as one JSON text. */
export function TestDialog({ subject, test, onClose }: TestDialogProps) {
  const { id, name: oldName, updatedAt: _at, updatedBy: _by, ...rest } = test;
  const [name, setName] = useState(oldName);
  const [text, setText] = useState(() => JSON.stringify(rest, null, 2));
  const save = useCommand(updateTest, ['testing']);
  const draft = readDraft(name, text);
  const problem = problemIn(save);
  const send = (): void => {
    if (!draft.ok) return;
    save.mutate({ params: { subject, id }, body: draft.value }, { onSuccess: onClose });
  };
  return (
    <Dialog
      open
      size="xl"
      onClose={onClose}
      dismissable={false}
      title="Edit the test"
      description="Checks are of kind equals, includes, schema or jsonata; mocks stand in for steps."
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" busy={save.isPending} disabled={!draft.ok} onClick={send}>
            Save
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {problem && <ProblemNote problem={problem} />}
        <Field label="Name" required>
          {(control) => (
            <Input {...control} value={name} onChange={(event) => setName(event.target.value)} />
          )}
        </Field>
        <Field label="Test" error={draft.ok ? undefined : draft.why}>
          {() => (
            <CodeEditor label="Test" language="json" value={text} onChange={setText} height={360} />
          )}
        </Field>
      </div>
    </Dialog>
  );
}

function readDraft(name: string, text: string) {
  const parsed = parseJson(text);
  if (!parsed.ok) return { ok: false as const, why: parsed.problem.message };
  const value = { ...(parsed.value as object), name };
  const draft = testDraftSchema.safeParse(value);
  if (draft.success) return { ok: true as const, value: draft.data };
  const [issue] = draft.error.issues;
  return { ok: false as const, why: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}` };
}
