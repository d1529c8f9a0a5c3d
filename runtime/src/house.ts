import { createOutbound } from '@patchbay/connectors/sdk/outbound';

import { openAuth } from '#access';
import { openVault } from '#connections';
import { openDb } from '#db';
import type { Log, Settings } from '#lib';
import { Evaluator } from '#mapping';
import { openQueue } from '#queue';
import { RunHost, RunStore, startRetention, startSchedules, StepPerformer } from '#runs';

import { entities } from './entities.ts';
import type { House } from './rooms.ts';

export interface OpenHouse extends House {
  log: Log;
  settings: Settings;
  /** Begins to work on runs; only in a process that is a worker. */
  startWork(): void;
  close(): Promise<void>;
}

/** Opens what every process needs; `works` makes it a worker too. */
export async function openHouse(settings: Settings, log: Log, works: boolean): Promise<OpenHouse> {
  const clock = Date.now;
  const db = await openDb(settings, entities);
  const vault = await openVault(db, settings);
  const queue = await openQueue(settings);
  const auth = await openAuth(db, settings, vault);
  const outbound = createOutbound({ allowPrivate: settings.allowedPrivateHosts });
  const evaluator = new Evaluator(settings.evaluators);
  const store = new RunStore(db, queue);
  const { evaluate } = evaluator;
  const performer = new StepPerformer({
    store,
    vault,
    outbound,
    evaluate,
    clock,
    wake: (run) => queue.wake(run),
  });
  const { leaseMs, runConcurrency: concurrency } = settings;
  const host = works
    ? new RunHost({ store, queue, performer, log, clock, leaseMs, concurrency })
    : undefined;
  const background: (() => Promise<void>)[] = [];
  const here = { url: settings.publicUrl ?? `http://${settings.host}:${settings.port}` };
  return {
    ...{
      db,
      queue,
      vault,
      auth,
      outbound,
      evaluate,
      store,
      performer,
      host,
      clock,
      leaseMs,
      log,
      settings,
    },
    baseUrl: () => here.url,
    startWork: () => {
      evaluator.warm();
      host?.start();
      background.push(startSchedules({ store, queue, log, clock }), startRetention(db, log, clock));
    },
    close: async () => {
      await host?.stop();
      for (const stop of background) await stop();
      evaluator.close();
      await outbound.close();
      await queue.close();
      await db.close();
    },
  };
}
