import { putSecret } from '@patchbay/shared/connections';
import type { NodeOf, SignatureConfig } from '@patchbay/shared/flows';
import { useState } from 'react';

import { problemIn, useCommand } from '#lib';
import { Button, Field, Input, ProblemNote, Select } from '#ui';

import { useConfigPatch } from './use-patch.ts';

type Webhook = NodeOf<'webhook'>;

const SCHEMES: { value: SignatureConfig['scheme'] | 'none'; label: string }[] = [
  { value: 'none', label: 'Nobody checks: anyone with the address' },
  { value: 'github', label: 'GitHub' },
  { value: 'stripe', label: 'Stripe' },
  { value: 'slack', label: 'Slack' },
  { value: 'shopify', label: 'Shopify' },
  { value: 'standard-webhooks', label: 'Standard Webhooks' },
  { value: 'custom', label: 'HMAC in a header of your choice' },
];

/** How a webhook proves who sent it. */
export function SignatureFields({ node }: { node: Webhook }) {
  const patch = useConfigPatch(node);
  const { signature } = node.config;
  const set = (changes: Partial<SignatureConfig>): void => {
    if (signature) patch({ signature: { ...signature, ...changes } }, 'Signature');
  };
  return (
    <>
      <Field
        label="Who may call it"
        help={
          signature
            ? 'The sender signs with a secret you both know.'
            : 'Choose how the sender signs, and others are refused.'
        }
      >
        {(control) => (
          <Select
            {...control}
            value={signature?.scheme ?? 'none'}
            choices={SCHEMES}
            onChange={(scheme) =>
              patch(
                { signature: scheme === 'none' ? undefined : { ...signature, scheme } },
                'Signature',
              )
            }
          />
        )}
      </Field>
      {signature && (
        <SecretField signature={signature} onStored={(secretId) => set({ secretId })} />
      )}
      {signature?.scheme === 'custom' && <CustomSignature signature={signature} onChange={set} />}
    </>
  );
}

interface SecretFieldProps {
  signature: SignatureConfig;
  onStored: (id: string) => void;
}

/** Written, never shown: only the id of the stored secret comes back. */
function SecretField({ signature, onStored }: SecretFieldProps) {
  const [value, setValue] = useState('');
  const store = useCommand(putSecret);
  const problem = problemIn(store);
  const save = (): void =>
    store.mutate(
      { body: { value } },
      {
        onSuccess: ({ id }) => {
          setValue('');
          onStored(id);
        },
      },
    );
  return (
    <Field
      label="Shared secret"
      required
      help={
        signature.secretId
          ? 'A secret is set. Type a new one to replace it.'
          : 'None is set yet, so every request is refused.'
      }
    >
      {(control) => (
        <div className="flex flex-col gap-2">
          <div className="flex gap-2">
            <Input
              {...control}
              type="password"
              autoComplete="new-password"
              placeholder={signature.secretId ? '••••••••' : ''}
              value={value}
              onChange={(event) => setValue(event.target.value)}
            />
            <Button busy={store.isPending} disabled={value === ''} onClick={save}>
              Set
            </Button>
          </div>
          {problem && <ProblemNote problem={problem} />}
        </div>
      )}
    </Field>
  );
}

interface CustomSignatureProps {
  signature: SignatureConfig;
  onChange: (changes: Partial<SignatureConfig>) => void;
}

function CustomSignature({ signature, onChange }: CustomSignatureProps) {
  return (
    <div className="grid grid-cols-2 gap-3">
      <Field label="Header" required>
        {(control) => (
          <Input
            {...control}
            mono
            placeholder="x-signature"
            value={signature.header ?? ''}
            onChange={(event) => onChange({ header: event.target.value || undefined })}
          />
        )}
      </Field>
      <Field label="Prefix">
        {(control) => (
          <Input
            {...control}
            mono
            placeholder="sha256="
            value={signature.prefix ?? ''}
            onChange={(event) => onChange({ prefix: event.target.value || undefined })}
          />
        )}
      </Field>
      <Field label="Encoding">
        {(control) => (
          <Select
            {...control}
            value={signature.encoding ?? 'hex'}
            onChange={(encoding) => onChange({ encoding })}
            choices={[
              { value: 'hex', label: 'Hex' },
              { value: 'base64', label: 'Base64' },
            ]}
          />
        )}
      </Field>
    </div>
  );
}
