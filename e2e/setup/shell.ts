import { type ChildProcess, execFile, type SpawnOptions, spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** What a finished command left behind. `output` is stdout and stderr in the order they came. */
export interface Finished {
  code: number;
  output: string;
}

/** Where an executable lies, looking in `extraFolders` first and then on PATH. */
export function findExecutable(name: string, extraFolders: string[] = []): string | undefined {
  const folders = [...extraFolders, ...(process.env.PATH ?? '').split(delimiter)];
  return folders.map((folder) => join(folder, name)).find(isExecutable);
}

/** True when this process may execute the file. */
export function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Runs a command to its end; a non-zero exit is a result, not an exception. */
export function run(
  command: string,
  args: string[],
  options: SpawnOptions = {},
): Promise<Finished> & { child: ChildProcess } {
  const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  const finished = new Promise<Finished>((resolve) => {
    let output = '';
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => resolve({ code: 127, output: `${output}${error.message}\n` }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
  return Object.assign(finished, { child });
}

/** Runs a command, as another account if one is given, and throws with its output when it fails. */
export async function mustRun(
  command: string,
  args: string[],
  account?: { uid: number; gid: number },
): Promise<string> {
  const identity = account && { uid: account.uid, gid: account.gid, cwd: '/' };
  const { code, output } = await run(command, args, identity);
  if (code !== 0) throw new Error(`${command} ${args[0] ?? ''} failed (${code}):\n${output}`);
  return output;
}

/**
 * The account for a server that refuses to run as root: `name`, or `nobody`. Undefined when we are
 * not root, and so have no choice.
 */
export async function serverAccount(
  name: string,
): Promise<{ uid: number; gid: number } | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const account = (await findAccount(name)) ?? (await findAccount('nobody'));
  if (!account) throw new Error(`Nobody to run a server as: create a user named ${name}.`);
  return account;
}

function findAccount(name: string): Promise<{ uid: number; gid: number } | undefined> {
  return new Promise((resolve) => {
    execFile('getent', ['passwd', name], (error, line) => {
      const [, , uid, gid] = line.split(':');
      resolve(error ? undefined : { uid: Number(uid), gid: Number(gid) });
    });
  });
}
