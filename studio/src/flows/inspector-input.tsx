import type { Problem } from '@patchbay/shared/base';
import type { Finding, Type } from '@patchbay/shared/mapping';
import { useAtom, useAtomValue, useSetAtom } from 'jotai';
import { Maximize2 } from 'lucide-react';
import { useMemo } from 'react';

import { CodeEditor, Preview, usePreviews } from '#form';
import { FindingsSummary, typeOfRoots, useFindings, ViewSwitch } from '#mapping';
import { IconButton } from '#ui';

import { graphAtom, nodeProblemsAtom } from './canvas.atoms.ts';
import { StepFields } from './editor-read-only.tsx';
import { sampleAtom } from './editor.atoms.ts';
import { InputForm } from './input-form.tsx';
import { useInputSchema, type InputNode } from './input-schema.ts';
import { useMappingRoots } from './mapping-roots.ts';
import { inputViewAtom, mappingAtom } from './mapping.atoms.ts';
import { useMappingDocument } from './use-mapping-document.ts';
import { usePatch } from './use-patch.ts';

/** A node's input: one JSONata text, as a form or as code; as lines at full width. */
export function InspectorInput({ node }: { node: InputNode }) {
  const patch = usePatch<InputNode>(node);
  const schema = useInputSchema(node);
  const document = useAtomValue(sampleAtom);
  const [chosen, setView] = useAtom(inputViewAtom);
  const openMapping = useSetAtom(mappingAtom);
  const view = schema && chosen !== 'code' ? 'form' : 'code';
  const problems = useAtomValue(nodeProblemsAtom(node.id))?.filter((p) => p.at?.field === 'input');
  const roots = useMappingRoots(useAtomValue(graphAtom), node, useMappingDocument(node));
  const documentType = useMemo(() => typeOfRoots(roots), [roots]);
  const findings = useFindings({ text: node.input, schema, roots, problems });
  const set = (input: string): void => patch({ input }, 'Input');
  return (
    <div className="flex flex-col gap-3 p-4">
      <div className="flex items-center gap-1">
        <ViewSwitch
          view={view}
          hasForm={schema !== undefined}
          onView={(next) => {
            setView(next);
            if (next === 'lines') openMapping(node.id);
          }}
        />
        <span className="flex-1" />
        <IconButton
          label="Map at full width"
          onClick={() => {
            setView(view);
            openMapping(node.id);
          }}
        >
          <Maximize2 />
        </IconButton>
      </div>
      <StepFields>
        {view === 'form' && schema ? (
          <InputForm
            node={node}
            schema={schema}
            document={document}
            documentType={documentType}
            findings={findings}
            onChange={set}
          />
        ) : (
          <InputCode
            node={node}
            documentType={documentType}
            problems={problems}
            findings={findings}
            onChange={set}
          />
        )}
      </StepFields>
      <InputProblems problems={problems} />
      <FindingsSummary findings={findings} />
    </div>
  );
}

interface InputProps {
  node: InputNode;
  problems: Problem[] | undefined;
  documentType: Type;
  findings: readonly Finding[];
  onChange: (text: string) => void;
}

function InputCode({ node, documentType, problems, findings, onChange }: InputProps) {
  const document = useAtomValue(sampleAtom);
  const previews = usePreviews([node.input], document);
  return (
    <>
      <CodeEditor
        label="Input expression"
        value={node.input}
        onChange={onChange}
        document={document}
        documentType={documentType}
        problems={problems}
        findings={findings}
        height={280}
      />
      <Preview result={previews.get(node.input)} />
    </>
  );
}

function InputProblems({ problems }: Pick<InputProps, 'problems'>) {
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
