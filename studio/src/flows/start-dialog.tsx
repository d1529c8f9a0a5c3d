import { parseJson, toProblem, type Json, type Payload, type Problem } from '@patchbay/shared/base';
import { triggersOf, type FlowNode } from '@patchbay/shared/flows';
import { startRun } from '@patchbay/shared/runs';
import { useAtomValue } from 'jotai';
import { useState } from 'react';

import { CodeEditor } from '#form';
import { useCommand } from '#lib';
import { Button, Dialog, EmptyState, Field, ProblemNote, Select } from '#ui';

import { graphAtom } from './canvas.atoms.ts';
import { fit } from './editor-commands.ts';
import { useEditor } from './editor-session.ts';
import { drawerOpenAtom, runIdAtom, runInputAtom } from './editor.atoms.ts';
import { StartCaptures } from './start-captures.tsx';
import { keptPayload, keepPayload, startPayload } from './start-payload.ts';
import { firstChoice, keepTrigger, lastTrigger } from './start-trigger.ts';
import { untilStored } from './use-workbench.ts';

/** Runs the draft now: from which trigger, with which payload. */
export function StartDialog({ onClose }: { onClose: () => void }) {
  const triggers = triggersOf(useAtomValue(graphAtom));
  const { flowId } = useEditor();
  const [chosen, setChosen] = useState(() => lastTrigger(flowId));
  const trigger = firstChoice(triggers, chosen);
  if (trigger)
    return (
      <StartForm
        key={trigger.id}
        triggers={triggers}
        trigger={trigger}
        onTrigger={setChosen}
        onClose={onClose}
      />
    );
  return (
    <Dialog open onClose={onClose} title="Test run">
      <EmptyState title="Nothing would start this flow">
        Add a trigger first: press Tab on the canvas and choose one.
      </EmptyState>
    </Dialog>
  );
}

interface StartFormProps {
  triggers: FlowNode[];
  trigger: FlowNode;
  onTrigger: (id: string) => void;
  onClose: () => void;
}

function StartForm({ triggers, trigger, onTrigger, onClose }: StartFormProps) {
  const editor = useEditor();
  const [text, setText] = useState(
    () => keptPayload(editor.flowId, trigger.id) ?? startPayload(trigger),
  );
  const { start, busy, problem } = useStart(trigger, onClose);
  const shown = useAtomValue(runInputAtom);
  const parsed = parseJson(text);
  const wrong = parsed.ok ? undefined : parsed.problem.message;
  return (
    <Dialog
      open
      onClose={onClose}
      size="lg"
      title="Test run"
      description="Runs the draft as it is drawn now, with real effects on the systems it calls."
      dismissable={false}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="primary"
            busy={busy}
            disabled={!parsed.ok}
            onClick={() => parsed.ok && void start(text, parsed.value)}
          >
            Run
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {problem && <ProblemNote problem={problem} />}
        {triggers.length > 1 && (
          <TriggerField triggers={triggers} trigger={trigger} onTrigger={onTrigger} />
        )}
        {trigger.kind === 'webhook' && <StartCaptures trigger={trigger.id} onUse={setText} />}
        <Field
          label="Payload"
          help="What expressions see as trigger."
          error={wrong}
          aside={shown && <ShownPayload payload={shown} onUse={setText} />}
        >
          {() => (
            <CodeEditor
              label="Payload"
              language="json"
              value={text}
              onChange={setText}
              height={220}
            />
          )}
        </Field>
      </div>
    </Dialog>
  );
}

function TriggerField({
  triggers,
  trigger,
  onTrigger,
}: Pick<StartFormProps, 'triggers' | 'trigger' | 'onTrigger'>) {
  return (
    <Field label="Starts at">
      {(control) => (
        <Select
          {...control}
          value={trigger.id}
          onChange={onTrigger}
          choices={triggers.map(({ id, title }) => ({ value: id, label: title }))}
        />
      )}
    </Field>
  );
}

interface ShownPayloadProps {
  payload: Payload;
  onUse: (text: string) => void;
}

/** Takes what the run that is shown was started with, so that it can be debugged in the draft. */
function ShownPayload({ payload, onUse }: ShownPayloadProps) {
  if (!('value' in payload)) return null;
  const use = (): void => onUse(JSON.stringify(payload.value, null, 2));
  return (
    <Button size="sm" variant="ghost" onClick={use}>
      From the run below
    </Button>
  );
}

function useStart(trigger: FlowNode, onStarted: () => void) {
  const editor = useEditor();
  const command = useCommand(startRun, ['runs.list', 'flows.list']);
  const [problem, setProblem] = useState<Problem>();
  const start = async (text: string, payload: Json): Promise<void> => {
    keepTrigger(editor.flowId, trigger.id);
    keepPayload({ flow: editor.flowId, trigger: trigger.id, text });
    await untilStored(editor);
    try {
      const body = { draft: true, trigger: trigger.id, payload };
      const { run } = await command.mutateAsync({ params: { id: editor.flowId }, body });
      editor.store.set(runIdAtom, run);
      const wasOpen = editor.store.get(drawerOpenAtom);
      editor.store.set(drawerOpenAtom, true);
      // The drawer takes its place from the canvas; what runs stays in sight.
      if (!wasOpen) setTimeout(() => fit(editor), 50);
      onStarted();
    } catch (error) {
      setProblem(toProblem(error));
    }
  };
  return { start, busy: command.isPending, problem };
}
