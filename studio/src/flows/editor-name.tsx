import { toProblem } from '@patchbay/shared/base';
import { updateFlow } from '@patchbay/shared/flows';
import { useAtom, useAtomValue } from 'jotai';
import { useCallback, useEffect, useRef, useState } from 'react';

import { useCommand } from '#lib';
import { toastProblem } from '#ui';

import { readOnlyAtom } from './canvas.atoms.ts';
import { flowAtom } from './editor.atoms.ts';

/** The flow's name; where it may be changed, a click lets one type it. */
export function EditorName() {
  return useAtomValue(readOnlyAtom) ? <NameOnly /> : <NameField />;
}

function NameOnly() {
  const [flow] = useAtom(flowAtom);
  const name = flow?.name ?? '';
  return (
    <h1
      title={name.slice(0, 300)}
      className="max-w-80 min-w-16 shrink-3 truncate px-1.5 text-lg font-semibold"
    >
      {name}
    </h1>
  );
}

function NameField() {
  const [flow, setFlow] = useAtom(flowAtom);
  const [typing, setTyping] = useState(false);
  const rename = useCommand(updateFlow, ['flows']);
  const takeBack = useFocusBack(typing);
  if (!flow) return null;
  if (!typing) {
    return (
      <h1 className="max-w-80 min-w-16 shrink-3">
        <button
          type="button"
          title={`${flow.name.slice(0, 300)}: click to rename`}
          onClick={() => setTyping(true)}
          className="block max-w-full truncate rounded-sm px-1.5 py-0.5 text-lg font-semibold hover:bg-hover"
        >
          {flow.name}
        </button>
      </h1>
    );
  }
  const close = async (text: string): Promise<void> => {
    setTyping(false);
    const name = text.trim();
    if (!name || name === flow.name) return;
    setFlow({ ...flow, name });
    try {
      await rename.mutateAsync({ params: { id: flow.id }, body: { name } });
    } catch (error) {
      setFlow(flow);
      toastProblem(toProblem(error));
    }
  };
  return (
    <input
      ref={(input) => input?.focus()}
      aria-label="Name of the flow"
      defaultValue={flow.name}
      maxLength={10_000}
      onFocus={(event) => event.target.select()}
      onBlur={(event) => {
        if (!takeBack(event.target)) void close(event.target.value);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur();
        if (event.key === 'Escape') setTyping(false);
      }}
      className="h-8 w-80 rounded-md border border-accent bg-panel px-1.5 text-lg font-semibold"
    />
  );
}

const LEAVING = new Set(['Enter', 'Escape', 'Tab']);

/**
 * Gives a field its focus back, once, when neither a press nor a key of the person took it away: a
 * menu that closes hands the focus to its button, maybe after the person went on to the field.
 */
function useFocusBack(isOpen: boolean): (field: HTMLElement) => boolean {
  const isLeaving = useRef(false);
  useEffect(() => {
    if (!isOpen) return undefined;
    isLeaving.current = false;
    const press = (): void => void (isLeaving.current = true);
    const key = (event: KeyboardEvent): void => {
      if (LEAVING.has(event.key) || event.ctrlKey || event.metaKey) isLeaving.current = true;
    };
    addEventListener('pointerdown', press, true);
    addEventListener('keydown', key, true);
    return () => {
      removeEventListener('pointerdown', press, true);
      removeEventListener('keydown', key, true);
    };
  }, [isOpen]);
  return useCallback((field) => {
    if (isLeaving.current) return false;
    isLeaving.current = true;
    // Not before the focus has arrived where it is going.
    setTimeout(() => field.focus());
    return true;
  }, []);
}
