import type { FunctionEntry } from '@patchbay/shared/mapping';

import { callOf, type InsertCall } from '#form';
import { copyText } from '#lib';
import { toast } from '#ui';

import { FunctionPanel } from './function-panel.tsx';

interface FunctionHelpProps {
  /** Writes into the code, while the code is shown. */
  insert: InsertCall | undefined;
  onClose: () => void;
}

/** The functions; a chosen one goes into the code, or is taken along where no code is shown. */
export function FunctionHelp({ insert, onClose }: FunctionHelpProps) {
  const choose = (entry: FunctionEntry): void => {
    if (insert) insert(entry.name);
    else void copyCall(callOf(entry));
  };
  const verb = insert ? 'write it into the code' : 'copy it';
  return <FunctionPanel verb={verb} onChoose={choose} onClose={onClose} />;
}

async function copyCall(call: string): Promise<void> {
  if (await copyText(call)) toast(`${call} is copied.`);
  else toast(`The browser did not let us copy ${call}.`, { tone: 'fail', hint: 'Type it.' });
}
