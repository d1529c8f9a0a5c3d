import { aptInstall } from './apt.ts';
import type { Place, PrivateServer } from './private-server.ts';

/** Something that tests can need of a machine, and where it comes from. */
export interface Installable {
  /** As a person calls it: `MariaDB`. */
  name: string;
  /** Debian packages that bring it. */
  packages: string[];
  /** Its path, or undefined when it is not installed. */
  find(): string | undefined;
}

/** A server that tests can need: how to get it and how to start one. */
export interface ServerPart extends Installable {
  /** Starts a private one; `command` is what `find` gave. */
  start(command: string, place: Place): Promise<PrivateServer>;
}

/** Installs what is missing, all in one go. */
export async function installMissing(parts: Installable[]): Promise<void> {
  const missing = parts.filter((part) => !part.find());
  if (missing.length === 0) return;
  const names = missing.map(({ name }) => name).join(', ');
  await aptInstall(names, [...new Set(missing.flatMap(({ packages }) => packages))]);
}

/** The path of it, installed first where it is missing. */
export async function ensureInstalled(part: Installable): Promise<string> {
  await installMissing([part]);
  const path = part.find();
  if (!path) throw new Error(`${part.name} was installed, but is nowhere to be found.`);
  return path;
}
