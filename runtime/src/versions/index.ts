/** versions: graphs that never change again, and which of them is live. */
export { versionsRoom, type ArmedTrigger, type VersionParts } from './room.ts';
export { loadVersion, type LoadedVersion } from './load-version.ts';
export { snapshotDraft } from './snapshot-draft.ts';
export { FlowVersionEntity } from './flow-version.entity.ts';
export { pinFunctions } from './pin-functions.ts';
