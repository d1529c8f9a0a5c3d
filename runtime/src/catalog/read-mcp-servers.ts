import { readFileSync } from 'node:fs';

import type { Programs } from '@patchbay/connectors/sdk';
import { z } from 'zod';

import { StartError } from '#lib';

const programSchema = z.strictObject({
  command: z.string().min(1),
  args: z.array(z.string()).optional(),
  env: z.record(z.string(), z.string()).optional(),
  cwd: z.string().optional(),
});

const fileSchema = z.record(z.string().regex(/^[\w.-]{1,60}$/), programSchema);

/**
 * The programs of the file that `MCP_SERVERS` names: `{ "<name>": { command, args, env, cwd } }`.
 * People choose one by its name and never see the rest. A file that can't be used stops the start.
 */
export function readMcpServers(file: string | undefined): Programs {
  if (file === undefined) return {};
  const parsed = fileSchema.safeParse(read(file));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const place = issue?.path.join('.') || 'its top';
  throw refused(file, `is not right at ${place}: ${issue?.message ?? 'no list of programs'}.`);
}

function read(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw refused(file, `can't be read: ${(error as Error).message}.`);
  }
}

function refused(file: string, why: string): StartError {
  return new StartError(`The file of MCP_SERVERS, ${file}, ${why}`);
}
