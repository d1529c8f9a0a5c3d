import { existsSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { readCpuTime } from './cpu-time.ts';

describe.runIf(existsSync('/proc/self/stat'))('the processor time of a process', () => {
  it('is what the process itself counts, to a few ticks', async () => {
    const before = process.cpuUsage();
    const read = await readCpuTime(process.pid);
    const after = process.cpuUsage();
    expect(read).toBeGreaterThan((before.user + before.system) / 1000 - 50);
    expect(read).toBeLessThan((after.user + after.system) / 1000 + 50);
  });

  it('is not known of one that is not there', async () => {
    expect(await readCpuTime(2 ** 30)).toBeUndefined();
  });
});
