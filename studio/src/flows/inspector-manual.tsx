import { isObject, parseJson } from '@patchbay/shared/base';
import type { NodeOf, ToolOffer } from '@patchbay/shared/flows';
import { useAtomValue } from 'jotai';
import { useState } from 'react';

import { Checkbox, Field, Input, Textarea } from '#ui';

import { flowAtom } from './editor.atoms.ts';
import { useConfigPatch } from './use-patch.ts';

type Manual = NodeOf<'manual'>;

/** A start by hand may also be offered to programs, as a tool over MCP. */
export function ManualConfig({ node }: { node: Manual }) {
  const patch = useConfigPatch(node);
  const { tool } = node.config;
  const name = useAtomValue(flowAtom)?.name ?? '';
  const offer = (on: boolean): void => {
    const made = { name: toolNameOf(name), description: name, input: EMPTY };
    patch({ tool: on ? made : undefined }, 'Offer as a tool');
  };
  const put = (part: Partial<ToolOffer>, what: string): void => {
    if (tool) patch({ tool: { ...tool, ...part } }, what);
  };
  return (
    <>
      <Checkbox label="Offer as a tool" checked={tool !== undefined} onChange={offer} />
      <p className="text-sm text-ink-3">
        Programs with a token from Settings find it at <code>/mcp</code> once the flow is live.
      </p>
      {tool && <ToolFields tool={tool} onPut={put} />}
    </>
  );
}

/** The flow's name as a tool may be called: "Send an invoice" gives `send_an_invoice`. */
function toolNameOf(name: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^[^a-z]+|_+$/g, '')
    .slice(0, 64);
  return plain || 'run_flow';
}

const EMPTY = { type: 'object', properties: {} };
const NAME = /^[A-Za-z][\w-]{0,63}$/;

interface ToolFieldsProps {
  tool: ToolOffer;
  onPut: (part: Partial<ToolOffer>, what: string) => void;
}

function ToolFields({ tool, onPut }: ToolFieldsProps) {
  const [name, setName] = useState(tool.name);
  return (
    <>
      <Field
        label="Name"
        required
        error={NAME.test(name) ? undefined : 'Letters, digits, _ and -, beginning with a letter.'}
      >
        {(control) => (
          <Input
            {...control}
            mono
            value={name}
            onChange={(event) => {
              setName(event.target.value);
              if (NAME.test(event.target.value)) onPut({ name: event.target.value }, 'Tool name');
            }}
          />
        )}
      </Field>
      <Field
        label="Description"
        help="When to use it and what it gives: all that a program knows of it."
      >
        {(control) => (
          <Textarea
            {...control}
            rows={3}
            value={tool.description}
            onChange={(event) => onPut({ description: event.target.value }, 'Tool description')}
          />
        )}
      </Field>
      <InputSchema tool={tool} onPut={onPut} />
    </>
  );
}

function InputSchema({ tool, onPut }: ToolFieldsProps) {
  const [draft, setDraft] = useState<string>();
  const parsed = draft === undefined ? undefined : parseJson(draft);
  const isWrong = parsed !== undefined && !(parsed.ok && isObject(parsed.value));
  return (
    <Field
      label="Input"
      help="JSON Schema of an object; what comes in is the payload of the run."
      error={isWrong ? 'This is no JSON object yet; the last one is kept.' : undefined}
    >
      {(control) => (
        <Textarea
          {...control}
          mono
          rows={8}
          value={draft ?? JSON.stringify(tool.input, null, 2)}
          onChange={(event) => {
            setDraft(event.target.value);
            const next = parseJson(event.target.value);
            if (next.ok && isObject(next.value)) onPut({ input: next.value }, 'Tool input');
          }}
          onBlur={() => !isWrong && setDraft(undefined)}
        />
      )}
    </Field>
  );
}
