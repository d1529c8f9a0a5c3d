import { deleteFunction, functionUses } from '@patchbay/shared/mapping';

import { problemIn, useCommand, useEndpoint } from '#lib';
import { ConfirmDialog, toast } from '#ui';

interface DeleteFunctionProps {
  name: string;
  onClose: () => void;
  onDeleted: () => void;
}

/** Names the drafts that will not run any more before it asks. */
export function DeleteFunction({ name, onClose, onDeleted }: DeleteFunctionProps) {
  const uses = useEndpoint(functionUses, { params: { name } });
  const command = useCommand(deleteFunction, ['mapping.functions']);
  const { flows = [], functions = [] } = uses.data ?? {};
  const callers = [...flows.map((flow) => flow.name), ...functions.map((one) => `$${one}`)];
  const deleted = (): void => {
    toast(`$${name} is deleted.`);
    onDeleted();
  };
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      title={`Delete $${name}?`}
      verb="Delete function"
      busy={command.isPending || !uses.data}
      problem={problemIn(command) ?? problemIn(uses)}
      onConfirm={() => command.mutate({ params: { name } }, { onSuccess: deleted })}
    >
      <p>
        {callers.length === 0
          ? 'No draft and no other function calls it.'
          : `These call it, and will not work until they are changed: ${callers.join(', ')}.`}
      </p>
      <p>Published versions keep the one they were published with.</p>
    </ConfirmDialog>
  );
}
