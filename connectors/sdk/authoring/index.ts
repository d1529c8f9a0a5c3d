/**
 * For those who write connectors: makes the folder of a new one, and says what is wrong with one.
 * Behind `npm run connector`; the tests of the registry ask the same questions.
 */
export { checkConnector } from './check-connector.ts';
export { checkRelease } from './check-release.ts';
export { lastRelease, manifestsAt } from './released-manifests.ts';
export { scaffoldConnector } from './scaffold-connector.ts';
