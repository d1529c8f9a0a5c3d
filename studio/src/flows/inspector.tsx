import { isTrigger, type FlowNode } from '@patchbay/shared/flows';
import { useAtom, useAtomValue } from 'jotai';
import { X } from 'lucide-react';
import { useEffect } from 'react';

import { IconButton, Tabs, type TabItem } from '#ui';

import { CanvasIcon } from './canvas-icon.tsx';
import { useNodeWords } from './canvas-words.ts';
import { nodeAtom, selectedAtom } from './canvas.atoms.ts';
import { showNode } from './editor-commands.ts';
import { useEditor } from './editor-session.ts';
import {
  inspectorOpenAtom,
  inspectorTabAtom,
  inspectorWaitsAtom,
  type InspectorTab,
} from './editor.atoms.ts';
import { Configure } from './inspector-configure.tsx';
import { InspectorDrift } from './inspector-drift.tsx';
import { InspectorInput } from './inspector-input.tsx';
import { InspectorSettings } from './inspector-settings.tsx';
import { InspectorTest } from './inspector-test.tsx';
import { useResize } from './use-resize.ts';

/** The selected step in full, on the right. */
export function Inspector() {
  const { nodes } = useAtomValue(selectedAtom);
  const [open] = useAtom(inspectorOpenAtom);
  const waits = useAtomValue(inspectorWaitsAtom);
  const id = nodes[0];
  return open && !waits && id !== undefined && nodes.length === 1 ? (
    <InspectorOf key={id} id={id} />
  ) : null;
}

function InspectorOf({ id }: { id: string }) {
  const node = useAtomValue(nodeAtom(id));
  const { size, handle } = useResize({
    name: 'inspector',
    start: 420,
    min: 320,
    max: 900,
    edge: 'left',
  });
  useKeptInSight(id);
  if (!node) return null;
  return (
    <aside
      data-region="inspector"
      aria-label={`Step ${node.title.slice(0, 100)}`}
      style={{ width: size }}
      className="relative flex shrink-0 flex-col border-l border-line bg-panel"
    >
      <div
        {...handle}
        aria-label="Width of the inspector"
        className="absolute -left-1 z-10 h-full w-2 cursor-col-resize touch-none"
      />
      <InspectorHead node={node} />
      <InspectorDrift id={node.id} />
      <InspectorTabs node={node} />
    </aside>
  );
}

/** The inspector takes its place from the canvas: a node it would cover is brought back. */
function useKeptInSight(id: string): void {
  const editor = useEditor();
  useEffect(() => {
    const timer = setTimeout(() => showNode(editor, id), 60);
    return () => clearTimeout(timer);
  }, [editor, id]);
}

function InspectorHead({ node }: { node: FlowNode }) {
  const [, setOpen] = useAtom(inspectorOpenAtom);
  const { line } = useNodeWords(node);
  return (
    <header className="flex items-center gap-2.5 px-4 pt-3 pb-1">
      <CanvasIcon node={node} />
      <div className="min-w-0 flex-1">
        <h2 className="truncate text-lg font-semibold">{node.title || 'Untitled'}</h2>
        <p className="truncate text-sm text-ink-3">{line}</p>
      </div>
      <IconButton label="Close the inspector" size="sm" onClick={() => setOpen(false)}>
        <X />
      </IconButton>
    </header>
  );
}

function InspectorTabs({ node }: { node: FlowNode }) {
  const [tab, setTab] = useAtom(inspectorTabAtom);
  const items = tabsOf(node);
  const shown = items.some((item) => item.value === tab) ? tab : 'configure';
  return (
    <Tabs
      className="flex-1"
      label="Parts of the step"
      items={items}
      value={shown}
      onChange={setTab}
    />
  );
}

/** Of triggers only those of connectors take input; notes and groups never run. */
function tabsOf(node: FlowNode): TabItem<InspectorTab>[] {
  const configure = {
    value: 'configure',
    label: 'Configure',
    content: <Configure node={node} />,
  } as const;
  const settings = {
    value: 'settings',
    label: 'Settings',
    content: <InspectorSettings node={node} />,
  } as const;
  if (node.kind === 'note' || node.kind === 'group') return [configure];
  if (isTrigger(node) && node.kind !== 'event') return [configure, settings];
  const test = { value: 'test', label: 'Test', content: <InspectorTest node={node} /> } as const;
  if (!('input' in node)) return [configure, test, settings];
  const input = {
    value: 'input',
    label: 'Input',
    content: <InspectorInput node={node} />,
  } as const;
  if (node.kind === 'event') return [configure, input, settings];
  return [configure, input, test, settings];
}
