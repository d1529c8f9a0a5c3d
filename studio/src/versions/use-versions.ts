import { toProblem } from '@patchbay/shared/base';
import { editFlow, getFlow } from '@patchbay/shared/flows';
import { getVersion, setLive } from '@patchbay/shared/versions';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';

import { call, queryClient, refresh } from '#lib';
import { toast, toastProblem } from '#ui';

import { restoreEdit } from './restore-version.ts';

/** What can be done with a version: set it live, bring it back into the draft. */
export function useVersionCommands(flowId: string) {
  const [busy, setBusy] = useState<string>();
  const navigate = useNavigate();
  const run = async (name: string, work: () => Promise<void>): Promise<void> => {
    setBusy(name);
    try {
      await work();
      await refresh(queryClient, ['flows', 'versions']);
    } catch (error) {
      toastProblem(toProblem(error));
    }
    setBusy(undefined);
  };
  const live = (version: number): Promise<void> =>
    run(`live-${version}`, async () => {
      await call(setLive, { params: { id: flowId }, body: { version } });
      toast(`Version ${version} is live`);
    });
  const restore = (number: number): Promise<void> =>
    run(`restore-${number}`, async () => {
      const isChanged = await restoreInto(flowId, number);
      toast(
        isChanged ? `The draft is version ${number} again` : 'The draft is that version already',
      );
      await navigate({ to: '/flows/$flowId', params: { flowId } });
    });
  return { busy, live, restore };
}

/** Saves the restoring edit; like any edit it can be undone and says who made it. */
async function restoreInto(id: string, number: number): Promise<boolean> {
  const [flow, version] = await Promise.all([
    call(getFlow, { params: { id } }),
    call(getVersion, { params: { id, number } }),
  ]);
  const edit = restoreEdit(flow.graph, version);
  if (!edit) return false;
  await call(editFlow, { params: { id }, body: { revision: flow.revision, edits: [edit] } });
  return true;
}
