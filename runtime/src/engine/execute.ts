import { Execution } from './execution.ts';
import type { RunEnd, EnginePorts, RunJob } from './ports.ts';

/**
 * Runs a flow until it ends or has to wait. The result is journaled before it is returned.
 * Rejects when a write is refused (another worker took over) or the signal aborts.
 */
export function executeRun(job: RunJob, ports: EnginePorts): Promise<RunEnd> {
  return new Execution(job, ports).run();
}
