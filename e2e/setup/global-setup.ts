import { prepareParts } from './parts.ts';

/** Gives the integration tests their servers, also when somebody runs that project alone. */
export async function setup(): Promise<() => Promise<void>> {
  const parts = await prepareParts(['shared']);
  Object.assign(process.env, parts.env);
  return () => parts.stop();
}
