import type { Problem } from '@patchbay/shared/base';
import type { NodeOf } from '@patchbay/shared/flows';
import { useAtomValue } from 'jotai';

import { Button, Combobox, Field, ProblemNote } from '#ui';

import { connectorsAtom } from './canvas.atoms.ts';
import { usePatch } from './use-patch.ts';

interface ReplaceActionProps {
  node: NodeOf<'action'>;
  problem: Problem;
}

/** A step whose connector or version is not here: it stays as drawn until it is replaced. */
export function ReplaceAction({ node, problem }: ReplaceActionProps) {
  const patch = usePatch(node);
  const connectors = useAtomValue(connectorsAtom);
  const { connector, version, action } = node.config;
  const known = connectors?.get(connector);
  if (problem.code !== 'not_found') return <ProblemNote problem={problem} />;
  const put = (config: typeof node.config): void => patch({ config }, 'Replacement');
  const choices = [...(connectors?.values() ?? [])].flatMap((one) =>
    one.actions.map((method) => ({
      value: `${one.id} ${one.version} ${method.id}`,
      label: `${one.name}: ${method.title}`,
    })),
  );
  const replace = (value: string): void => {
    const [id = '', newest = '', method = ''] = value.split(' ');
    put({ connector: id, version: newest, action: method });
  };
  return (
    <div className="flex flex-col gap-3">
      <ProblemNote
        problem={{
          message: known
            ? `Version ${version} of ${known.name} is not here.`
            : `The connector "${connector}" is not here.`,
          hint: `The step "${action}" and its input are kept as they are. Replace it, or install the connector.`,
        }}
      />
      {known && (
        <Button onClick={() => put({ ...node.config, version: known.version })}>
          Use {known.name} {known.version} instead
        </Button>
      )}
      <Field label="Replace by" help="Wires, title and input stay.">
        {(control) => (
          <Combobox {...control} value={undefined} choices={choices} onChange={replace} />
        )}
      </Field>
    </div>
  );
}
