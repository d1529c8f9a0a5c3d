import { z } from 'zod';

import { defineEndpoint } from '#base';

const keysSchema = z.object({
  /** Key that new secrets are sealed with. */
  current: z.object({ id: z.string(), since: z.number() }).optional(),
  /** Secrets in all, and those still sealed with an older key. */
  secrets: z.number(),
  older: z.number(),
  /** Data keys that are not yet wrapped by `ROOT_KEY_NEXT`; absent when that is not set. */
  rootPending: z.number().optional(),
});

export const getKeys = defineEndpoint({
  name: 'connections.getKeys',
  method: 'GET',
  path: '/api/keys',
  permission: 'settings.read',
  summary: 'Which keys seal the secrets, and how far a rotation is',
  result: keysSchema,
});

/**
 * `data`: a new data key, and all secrets sealed again with it. `root`: all data keys wrapped by
 * `ROOT_KEY_NEXT`; then that value becomes `ROOT_KEY`. Both go on in the background while flows run,
 * and are taken up again after a crash.
 */
export const rotateKeys = defineEndpoint({
  name: 'connections.rotateKeys',
  method: 'POST',
  path: '/api/keys/rotate',
  permission: 'settings.edit',
  summary: 'Change the keys that seal the secrets, while flows run',
  body: z.strictObject({ what: z.enum(['data', 'root']) }),
  result: keysSchema,
});
