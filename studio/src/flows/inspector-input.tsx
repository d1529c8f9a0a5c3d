import { getConnector, type JsonSchema } from '@patchbay/shared/catalog';
import { loadOptions } from '@patchbay/shared/connections';
import type { FlowNode } from '@patchbay/shared/flows';
import { useAtomValue } from 'jotai';
import { useState } from 'react';

import { CodeEditor, ExpressionForm, Preview, usePreviews } from '#form';
import { call, useEndpoint } from '#lib';
import { Button } from '#ui';

import { nodeProblemsAtom } from './canvas.atoms.ts';
import { sampleAtom } from './editor.atoms.ts';
import { inputSchemas } from './inspector-schemas.ts';
import { usePatch } from './use-patch.ts';

type InputNode = Extract<FlowNode, { input: string }>;

/** A node's input: one JSONata text, as a form or as code. */
export function InspectorInput({ node }: { node: InputNode }) {
  const patch = usePatch<InputNode>(node);
  const schema = useSchema(node);
  const [asCode, setAsCode] = useState(false);
  const set = (input: string): void => patch({ input }, 'Input');
  const isForm = schema !== undefined && !asCode;
  return (
    <div className="flex flex-col gap-3 p-4">
      <div className="flex items-center justify-between">
        <p className="text-sm text-ink-3">
          {isForm
            ? 'ƒx turns a field into an expression.'
            : 'One JSONata expression; the form shows the same text.'}
        </p>
        {schema && (
          <Button size="sm" onClick={() => setAsCode(!asCode)}>
            {asCode ? 'Show as form' : 'Show as code'}
          </Button>
        )}
      </div>
      {isForm ? (
        <InputForm node={node} schema={schema} onChange={set} />
      ) : (
        <InputCode node={node} onChange={set} />
      )}
      <InputProblems node={node} />
    </div>
  );
}

interface InputProps {
  node: InputNode;
  onChange: (text: string) => void;
}

function InputForm({ node, schema, onChange }: InputProps & { schema: JsonSchema }) {
  const document = useAtomValue(sampleAtom);
  const connection = node.kind === 'action' ? node.config.connection : undefined;
  const options = connection
    ? async (name: string, input: Record<string, never>) => {
        const found = await call(loadOptions, {
          params: { id: connection, name },
          body: { input },
        });
        return found.items;
      }
    : undefined;
  return (
    <ExpressionForm
      schema={schema}
      text={node.input}
      onChange={onChange}
      document={document}
      loadOptions={options as Parameters<typeof ExpressionForm>[0]['loadOptions']}
    />
  );
}

function InputCode({ node, onChange }: InputProps) {
  const document = useAtomValue(sampleAtom);
  const problems = useAtomValue(nodeProblemsAtom(node.id))?.filter((p) => p.at?.field === 'input');
  const previews = usePreviews([node.input], document);
  return (
    <>
      <CodeEditor
        label="Input expression"
        value={node.input}
        onChange={onChange}
        document={document}
        problems={problems}
        height={280}
      />
      <Preview result={previews.get(node.input)} />
    </>
  );
}

function InputProblems({ node }: { node: InputNode }) {
  const problems = useAtomValue(nodeProblemsAtom(node.id))?.filter((p) => p.at?.field === 'input');
  if (!problems?.length) return null;
  return (
    <ul className="text-sm text-fail">
      {problems.map((problem, index) => (
        <li key={`${problem.message} ${index}`}>
          {problem.message} <span className="text-ink-3">{problem.hint}</span>
        </li>
      ))}
    </ul>
  );
}

/** The shape of the input: from the connector for actions, built in for some kinds. */
function useSchema(node: InputNode): JsonSchema | undefined {
  const isAction = node.kind === 'action';
  const { connector, version } = isAction ? node.config : { connector: '', version: '' };
  const manifest = useEndpoint(
    getConnector,
    { params: { id: connector, version } },
    { enabled: isAction, staleTime: Number.POSITIVE_INFINITY },
  ).data;
  return isAction ? manifest?.actions[node.config.action]?.input : inputSchemas[node.kind];
}
