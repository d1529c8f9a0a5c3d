import autocannon from 'autocannon';

import { usageOf } from './process-tree.ts';

export interface Shot {
  url: string;
  body: unknown;
  connections: number;
  seconds: number;
  /** The process whose tree's CPU and memory are counted. */
  pid: number;
}

export interface Figures {
  perSecond: number;
  p50: number;
  p99: number;
  /** CPU of the whole process tree for one request, ms. */
  cpuMs: number;
  peakMb: number;
  errors: number;
}

/** Sends the same request over and over from this process, and watches what the server spends. */
export async function load({ url, body, connections, seconds, pid }: Shot): Promise<Figures> {
  const before = usageOf(pid).cpuMs;
  let peakMb = 0;
  const watch = setInterval(() => (peakMb = Math.max(peakMb, usageOf(pid).rssMb)), 500);
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  clearInterval(watch);
  const { requests, latency } = result;
  return {
    perSecond: requests.total / result.duration,
    p50: latency.p50,
    p99: latency.p99,
    cpuMs: (usageOf(pid).cpuMs - before) / Math.max(1, requests.total),
    peakMb: Math.max(peakMb, usageOf(pid).rssMb),
    errors: result.errors + result.non2xx,
  };
}

/** Sends one request and gives how long it took, in ms. */
export async function once(url: string, body: unknown): Promise<number> {
  const text = JSON.stringify(body);
  const started = performance.now();
  const response = await fetch(url, {
    method: 'POST',
    body: text,
    headers: { 'content-type': 'application/json' },
  });
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return performance.now() - started;
}
