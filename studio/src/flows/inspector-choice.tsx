import { newLocalId } from '@patchbay/shared/base';
import { putEdit, type FlowEdit, type NodeOf } from '@patchbay/shared/flows';
import { useAtomValue } from 'jotai';
import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react';

import { CodeEditor } from '#form';
import { Button, IconButton, Input } from '#ui';

import { nodeProblemsAtom } from './canvas.atoms.ts';
import { graphOf } from './editor-commands.ts';
import { commit, useEditor } from './editor-session.ts';
import { sampleAtom } from './editor.atoms.ts';
import { joinEdits } from './graph-merge.ts';
import { useConfigPatch } from './use-patch.ts';

type Choice = NodeOf<'choice'>;
type Case = Choice['config']['cases'][number];

/** The cases of a choice, tried from top to bottom. */
export function ChoiceConfig({ node }: { node: Choice }) {
  const editor = useEditor();
  const patch = useConfigPatch(node);
  const { cases } = node.config;
  const put = (next: Case[], what: string): void => patch({ cases: next }, what);
  const add = (): void =>
    put(
      [...cases, { id: newLocalId(6), label: `Case ${cases.length + 1}`, when: 'true' }],
      'New case',
    );
  const move = (from: number, to: number): void => {
    const next = cases.slice();
    const [moved] = next.splice(from, 1);
    if (moved) put(next.toSpliced(to, 0, moved), 'Order of cases');
  };
  return (
    <section aria-label="Cases" className="flex flex-col gap-3">
      {cases.map((one, index) => (
        <CaseEditor
          key={one.id}
          node={node}
          one={one}
          index={index}
          isLast={index === cases.length - 1}
          onChange={(changes) =>
            put(
              cases.map((c) => (c.id === one.id ? { ...c, ...changes } : c)),
              `Case ${index + 1}`,
            )
          }
          onMove={(by) => move(index, index + by)}
          onRemove={() => commit(editor, removeCase(graphOf(editor).edges, node, one))}
        />
      ))}
      <div className="flex items-center justify-between">
        <Button size="sm" icon={<Plus />} disabled={cases.length >= 50} onClick={add}>
          Add a case
        </Button>
        <p className="text-sm text-ink-3">What fits none leaves by “Otherwise”.</p>
      </div>
    </section>
  );
}

/** A case goes with the wires that leave by it, in one step back. */
function removeCase(
  edges: Record<string, { id: string; from: string; port: string }>,
  node: Choice,
  one: Case,
): FlowEdit {
  const cases = node.config.cases.filter((c) => c.id !== one.id);
  const gone = Object.values(edges).filter((e) => e.from === node.id && e.port === one.id);
  const label = `Delete case "${one.label.slice(0, 80)}"`;
  const cut = { label, edges: Object.fromEntries(gone.map((e) => [e.id, null])) };
  return joinEdits(label, [cut, putEdit(label, [{ ...node, config: { cases } }])]);
}

interface CaseEditorProps {
  node: Choice;
  one: Case;
  index: number;
  isLast: boolean;
  onChange: (changes: Partial<Case>) => void;
  onMove: (by: number) => void;
  onRemove: () => void;
}

function CaseEditor({ node, one, index, isLast, onChange, onMove, onRemove }: CaseEditorProps) {
  const document = useAtomValue(sampleAtom);
  const problems = useAtomValue(nodeProblemsAtom(node.id))?.filter(
    (p) => p.at?.field === `cases.${one.id}`,
  );
  return (
    <div className="rounded-lg border border-line p-2">
      <div className="mb-2 flex items-center gap-1">
        <Input
          size="sm"
          aria-label={`Name of case ${index + 1}`}
          value={one.label}
          maxLength={200}
          onChange={(event) => onChange({ label: event.target.value })}
        />
        <IconButton label="Earlier" size="sm" disabled={index === 0} onClick={() => onMove(-1)}>
          <ArrowUp />
        </IconButton>
        <IconButton label="Later" size="sm" disabled={isLast} onClick={() => onMove(1)}>
          <ArrowDown />
        </IconButton>
        <IconButton label="Delete case" size="sm" onClick={onRemove}>
          <Trash2 />
        </IconButton>
      </div>
      <CodeEditor
        label={`When is case ${index + 1} true?`}
        value={one.when}
        onChange={(when) => onChange({ when })}
        document={document}
        problems={problems}
        height={64}
      />
      {problems?.map((problem) => (
        <p key={problem.message} className="mt-1 text-sm text-fail">
          {problem.message}
        </p>
      ))}
    </div>
  );
}
