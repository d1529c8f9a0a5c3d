import type { FlowNode } from '@patchbay/shared/flows';
import { useAtomValue } from 'jotai';

import { ProblemNote } from '#ui';

import { useNodeWords } from './canvas-words.ts';
import { nodeProblemsAtom } from './canvas.atoms.ts';
import { StepFields } from './editor-read-only.tsx';
import { ActionConfig } from './inspector-action.tsx';
import { CallConfig } from './inspector-call.tsx';
import { ChoiceConfig } from './inspector-choice.tsx';
import { EventConfig } from './inspector-event.tsx';
import { JoinConfig, LoopConfig, WaitConfig } from './inspector-logic.tsx';
import { ManualConfig } from './inspector-manual.tsx';
import { NameFields } from './inspector-name.tsx';
import { NoteConfig } from './inspector-note.tsx';
import { ScheduleConfig } from './inspector-schedule.tsx';
import { WebhookConfig } from './inspector-webhook.tsx';
import { KINDS } from './node-kinds.ts';

/** What a step is and how it behaves, by its kind. */
export function Configure({ node }: { node: FlowNode }) {
  // A connector that is gone is told below, with what can take its place.
  const problems = (useAtomValue(nodeProblemsAtom(node.id)) ?? []).filter(
    ({ at }) => at?.field !== 'connector',
  );
  const { help } = KINDS[node.kind];
  // The head of the inspector may say the same already.
  const { line } = useNodeWords(node);
  return (
    <div className="flex flex-col gap-4 p-4">
      {problems.slice(0, 3).map((problem) => (
        <ProblemNote key={problem.message} problem={problem} tone="wait" />
      ))}
      {node.kind !== 'action' && help !== line && <p className="text-ink-3">{help}</p>}
      <StepFields>
        <KindConfig node={node} />
        <NameFields node={node} />
      </StepFields>
    </div>
  );
}

function KindConfig({ node }: { node: FlowNode }) {
  switch (node.kind) {
    case 'webhook':
      return <WebhookConfig node={node} />;
    case 'schedule':
      return <ScheduleConfig node={node} />;
    case 'action':
      return <ActionConfig node={node} />;
    case 'event':
      return <EventConfig node={node} />;
    case 'choice':
      return <ChoiceConfig node={node} />;
    case 'loop':
      return <LoopConfig node={node} />;
    case 'join':
      return <JoinConfig node={node} />;
    case 'wait':
      return <WaitConfig node={node} />;
    case 'call':
      return <CallConfig node={node} />;
    case 'note':
      return <NoteConfig node={node} />;
    case 'manual':
      return <ManualConfig node={node} />;
    case 'called':
    case 'map':
    case 'respond':
    case 'fail':
    case 'group':
    default:
      return null;
  }
}
