import type { Problem } from '@patchbay/shared/base';
import { saveFunction, type KeptFunction } from '@patchbay/shared/mapping';
import { useEffect, useState } from 'react';

import { CodeEditor } from '#form';
import { problemIn, useCommand, useProjectFunctions } from '#lib';
import { Button, Dialog, Field, Input, ProblemNote, toast } from '#ui';

import { DeleteFunction } from './function-delete.tsx';
import {
  checkDraft,
  draftOf,
  functionOf,
  NEW_FUNCTION,
  type FunctionDraft,
  type FunctionFindings,
} from './function-draft.ts';
import { FunctionExamples } from './function-examples.tsx';

interface FunctionDialogProps {
  /** Absent for a new one. */
  known: KeptFunction | undefined;
  onClose: () => void;
}

/** A function of the project: its name, what it takes, its code, and examples that are checked. */
export function FunctionDialog({ known, onClose }: FunctionDialogProps) {
  const [draft, setDraft] = useState<FunctionDraft>(known ? draftOf(known) : NEW_FUNCTION);
  const [isDeleting, setDeleting] = useState(false);
  const findings = useFindingsOf(draft, known?.name);
  const { save, busy, problem } = useSave(draft, known, onClose);
  const change = (part: Partial<FunctionDraft>): void => setDraft({ ...draft, ...part });
  if (known && isDeleting)
    return (
      <DeleteFunction name={known.name} onClose={() => setDeleting(false)} onDeleted={onClose} />
    );
  const isReady = draft.name !== '' && draft.body.trim() !== '' && draft.description.trim() !== '';
  return (
    <Dialog
      open
      size="lg"
      dismissable={false}
      onClose={onClose}
      title={known ? `Function $${known.name}` : 'New function'}
      description="Called in every expression of the project. Published versions keep the one they were published with."
      actions={
        <>
          {known && (
            <Button variant="ghost" className="mr-auto" onClick={() => setDeleting(true)}>
              Delete
            </Button>
          )}
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" busy={busy} disabled={!isReady} onClick={save}>
            Save
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {problem && <ProblemNote problem={problem} />}
        <Head draft={draft} known={known} problems={findings.problems} onChange={change} />
        <div>
          <p className="mb-1 font-medium text-ink-2">Gives</p>
          <CodeEditor
            label="Body of the function"
            value={draft.body}
            onChange={(body) => change({ body })}
            problems={findings.problems.filter(({ at }) => at?.field === 'body')}
            height={120}
          />
          <FirstProblem problems={findings.problems} field="body" />
        </div>
        <FunctionExamples
          examples={draft.examples}
          problems={findings.examples}
          onChange={(examples) => change({ examples })}
        />
      </div>
    </Dialog>
  );
}

interface HeadProps extends Pick<FunctionDialogProps, 'known'> {
  draft: FunctionDraft;
  problems: readonly Problem[];
  onChange: (part: Partial<FunctionDraft>) => void;
}

function Head({ draft, known, problems, onChange }: HeadProps) {
  const error = (field: string): string | undefined =>
    draft.name === '' ? undefined : problems.find(({ at }) => at?.field === field)?.message;
  return (
    <>
      <div className="grid grid-cols-2 gap-4">
        <Field label="Name" required error={error('name')}>
          {(control) => (
            <Input
              {...control}
              mono
              placeholder="gross"
              disabled={known !== undefined}
              value={draft.name}
              onChange={({ target }) => onChange({ name: target.value.replace('$', '').trim() })}
            />
          )}
        </Field>
        <Field
          label="Parameters"
          help="Names with commas between; the body reads them as $name."
          error={error('parameters')}
        >
          {(control) => (
            <Input
              {...control}
              mono
              placeholder="net, rate"
              value={draft.parameters}
              onChange={({ target }) => onChange({ parameters: target.value })}
            />
          )}
        </Field>
      </div>
      <Field label="What it does" required>
        {(control) => (
          <Input
            {...control}
            placeholder="The price with tax, rounded to cents"
            value={draft.description}
            onChange={({ target }) => onChange({ description: target.value })}
          />
        )}
      </Field>
    </>
  );
}

function FirstProblem({ problems, field }: { problems: readonly Problem[]; field: string }) {
  const found = problems.find(({ at }) => at?.field === field);
  if (!found) return null;
  return (
    <p role="status" className="mt-1 text-sm text-fail">
      {found.message} <span className="text-ink-3">{found.hint}</span>
    </p>
  );
}

const REST_MS = 250;
const NOTHING: FunctionFindings = { problems: [], examples: [] };

/** What is wrong with a draft, looked at anew when typing rests. */
function useFindingsOf(draft: FunctionDraft, name: string | undefined): FunctionFindings {
  const [found, setFound] = useState(NOTHING);
  const all = useProjectFunctions();
  useEffect(() => {
    let current = true;
    const look = async (): Promise<void> => {
      if (draft.body.trim() === '') return setFound(NOTHING);
      const own = functionOf(draft);
      const others = all.filter((one) => one.name !== (name ?? own.name));
      const next = await checkDraft(own, others);
      if (current) setFound(next);
    };
    const timer = setTimeout(() => void look(), REST_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [draft, name, all]);
  return found;
}

function useSave(draft: FunctionDraft, known: KeptFunction | undefined, onSaved: () => void) {
  const command = useCommand(saveFunction, ['mapping.functions']);
  const save = (): void => {
    const { name, ...body } = functionOf(draft);
    command.mutate(
      { params: { name }, body: { ...body, revision: known?.revision } },
      {
        onSuccess: () => {
          toast(`$${name} is saved.`);
          onSaved();
        },
      },
    );
  };
  return { save, busy: command.isPending, problem: problemIn(command) };
}
