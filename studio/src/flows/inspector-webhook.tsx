import type { NodeOf } from '@patchbay/shared/flows';
import { listCaptures } from '@patchbay/shared/runs';

import { Fold } from '#form';
import { useEndpoint } from '#lib';
import { Checkbox, CopyLine, Field, Input, NumberField, Select } from '#ui';

import { useEditor } from './editor-session.ts';
import { SignatureFields } from './inspector-signature.tsx';
import { fullUrl } from './publish-dialog.tsx';
import { useConfigPatch } from './use-patch.ts';

type Webhook = NodeOf<'webhook'>;

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** Address, methods, answer and signature of a webhook. */
export function WebhookConfig({ node }: { node: Webhook }) {
  const patch = useConfigPatch(node);
  return (
    <>
      <WebhookUrl node={node} />
      <MethodFields node={node} />
      <AnswerFields node={node} />
      <SignatureFields node={node} />
      <Fold fields={1} isSet={node.config.deliveryHeader !== undefined}>
        <Field
          label="Delivery header"
          help="Repeated deliveries with the same value get the first answer again."
        >
          {(control) => (
            <Input
              {...control}
              mono
              placeholder="x-github-delivery"
              value={node.config.deliveryHeader ?? ''}
              onChange={(event) =>
                patch({ deliveryHeader: event.target.value || undefined }, 'Delivery header')
              }
            />
          )}
        </Field>
      </Fold>
    </>
  );
}

function MethodFields({ node }: { node: Webhook }) {
  const patch = useConfigPatch(node);
  const { methods } = node.config;
  const put = (method: string, on: boolean): void =>
    patch({ methods: on ? [...methods, method] : methods.filter((m) => m !== method) }, 'Methods');
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="mb-1 font-medium text-ink-2">Methods</legend>
      <div className="flex flex-wrap gap-3">
        {METHODS.map((method) => (
          <label key={method} className="flex items-center gap-1.5">
            <Checkbox checked={methods.includes(method)} onChange={(on) => put(method, on)} />
            {method}
          </label>
        ))}
      </div>
      <p className="text-sm text-ink-3">
        {methods.length === 0 ? 'None chosen: it answers any.' : 'Others are refused.'}
      </p>
    </fieldset>
  );
}

function AnswerFields({ node }: { node: Webhook }) {
  const patch = useConfigPatch(node);
  const { answer, respondTimeoutMs } = node.config;
  return (
    <>
      <Field label="Answer">
        {(control) => (
          <Select
            {...control}
            value={answer}
            onChange={(next) => patch({ answer: next }, 'Answer')}
            choices={[
              { value: 'accepted', label: 'At once', hint: '202 with the id of the run' },
              { value: 'respond', label: 'From the Respond step', hint: 'The caller waits for it' },
            ]}
          />
        )}
      </Field>
      {answer === 'respond' && (
        <NumberField
          label="Wait at most (seconds)"
          help="Then the caller gets 202 after all; the run goes on."
          min={0.1}
          max={300}
          value={respondTimeoutMs / 1000}
          onChange={(seconds) => patch({ respondTimeoutMs: Math.round(seconds * 1000) }, 'Wait')}
        />
      )}
    </>
  );
}

function WebhookUrl({ node }: { node: Webhook }) {
  const editor = useEditor();
  const params = { id: editor.flowId, node: node.id };
  const captures = useEndpoint(listCaptures, { params }, { refetchInterval: 5000 });
  if (!captures.data)
    return <p className="text-sm text-ink-3">The address appears as soon as the step is saved.</p>;
  return <CopyLine label="Address" text={fullUrl(captures.data.url)} />;
}
