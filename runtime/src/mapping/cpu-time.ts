import { readFile } from 'node:fs/promises';

/** Linux tells times in hundredths of a second, whatever the kernel's own clock. */
const TICK_MS = 10;

/**
 * The processor time that a process of ours has used since it began, in ms; undefined where the
 * system does not say (no `/proc`), or when it is gone. Source: proc_pid_stat(5), utime and stime.
 */
export async function readCpuTime(pid: number): Promise<number | undefined> {
  try {
    const text = await readFile(`/proc/${pid}/stat`, 'utf8');
    // The name comes second, in brackets, and may hold anything.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
  } catch {
    return undefined;
  }
}
