import { readdirSync, readFileSync } from 'node:fs';

const TICKS_PER_S = 100;

interface Usage {
  /** CPU time used so far, user and system, in ms. */
  cpuMs: number;
  /** Resident memory now, in MB. */
  rssMb: number;
}

/** What a process and all its descendants have used, from /proc. */
export function usageOf(pid: number): Usage {
  const children = new Map<number, number[]>();
  for (const name of readdirSync('/proc')) {
    const stat = /^\d+$/.test(name) ? readStat(name) : undefined;
    if (!stat) continue;
    children.set(stat.parent, [...(children.get(stat.parent) ?? []), Number(name)]);
  }
  const total: Usage = { cpuMs: 0, rssMb: 0 };
  const open = [pid];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const stat = readStat(String(next));
    total.cpuMs += stat?.cpuMs ?? 0;
    total.rssMb += stat?.rssMb ?? 0;
    open.push(...(children.get(next) ?? []));
  }
  return total;
}

function readStat(pid: string): (Usage & { parent: number }) | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const [parent = 0, utime = 0, stime = 0, rss = 0] = [
      fields[1],
      fields[11],
      fields[12],
      fields[21],
    ];
    return {
      parent,
      cpuMs: ((utime + stime) * 1000) / TICKS_PER_S,
      rssMb: (rss * 4096) / 1024 / 1024,
    };
  } catch {
    return undefined;
  }
}
