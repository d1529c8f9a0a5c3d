import type { z } from 'zod';

import type { SocketContext } from './context.ts';
import type { RemoteFile } from './remote-files.ts';

/** What a server with files does, over one session; every path is as the server reads it. */
export interface RemoteFolder {
  /** By name. */
  list(folder: string): Promise<RemoteFile[]>;
  /** Throws when the file is too large for a flow. */
  read(path: string): Promise<Buffer>;
  /** Others see the file only when it is complete. */
  write(file: { path: string; bytes: Buffer; overwrite: boolean }): Promise<void>;
  move(from: string, to: string): Promise<unknown>;
  remove(path: string): Promise<unknown>;
  makeFolder(path: string): Promise<unknown>;
  /** Only when it is empty. */
  removeFolder(path: string): Promise<unknown>;
}

/** A kind of server with files, for its actions and its trigger. */
export interface RemoteServer<Config extends z.ZodType> {
  config: Config;
  /** Signs in, does the work, and ends the session in any case. */
  open: <Result>(
    ctx: SocketContext<z.output<Config>>,
    work: (folder: RemoteFolder) => Promise<Result>,
  ) => Promise<Result>;
}
