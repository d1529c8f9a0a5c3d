/**
 * mapping: a step's input at full width. One JSONata text shown as a form, as lines between source
 * and target, or as code, with its result live beside it. Knows no flow: whoever opens it hands over
 * the text, the schema, what can be read and a sample.
 */
import { lazyPart } from '#lib';

export const MappingWorkspace = lazyPart(
  async () => (await import('./mapping-workspace.tsx')).MappingWorkspace,
);
export { ViewSwitch, type MappingView } from './view-switch.tsx';
export type { SourceRoot } from './source-tree.ts';
export { madeUpSample } from './made-up-sample.ts';
export { typeOfRoots } from './mapping-knowledge.ts';
export { useFindings } from './use-findings.ts';
export { FindingsSummary } from './findings-list.tsx';
export { lostReads, type LostRead } from './lost-reads.ts';
export { namesText } from './source-path.ts';
export { targetWords } from './target-path.ts';
