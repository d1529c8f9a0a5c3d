import { createOutbound } from '@patchbay/connectors/sdk/outbound';

import { openAuth } from '#access';
import { Catalogue, readMcpServers, readOverlays } from '#catalog';
import { openVault, startKeeping, type CredentialParts } from '#connections';
import { openDb } from '#db';
import type { Log, Settings } from '#lib';
import { Evaluator } from '#mapping';
import { openQueue } from '#queue';
import {
  RunHost,
  RunStore,
  startEventPolls,
  startRegistrations,
  startRetention,
  startSchedules,
  startShapes,
  StepPerformer,
} from '#runs';
import { startSuiteSchedules } from '#testing';

import { entities } from './entities.ts';
import type { House } from './rooms.ts';

export interface OpenHouse extends House {
  log: Log;
  settings: Settings;
  /** Begins to work on runs; only in a process that is a worker. */
  startWork(): void;
  /** Says where the api listens, for the addresses we hand out. */
  listensAt(url: string): void;
  close(): Promise<void>;
}

/** Opens what every process needs; `works` makes it a worker too. */
export async function openHouse(settings: Settings, log: Log, works: boolean): Promise<OpenHouse> {
  const db = await openDb(settings, entities);
  const vault = await openVault(db, settings);
  const queue = await openQueue(settings);
  const auth = await openAuth(db, settings, vault);
  const outbound = {
    ...createOutbound({ allowPrivate: settings.allowedPrivateHosts }),
    programs: readMcpServers(settings.mcpServers),
  };
  const catalogue = new Catalogue(readOverlays(settings.connectorOverlays));
  const credentials = credentialsOf({ db, vault, outbound, catalogue }, settings);
  const evaluator = new Evaluator(settings.evaluators);
  const { evaluate } = evaluator;
  const store = new RunStore(db, queue);
  const performer = new StepPerformer({
    store,
    credentials,
    evaluate,
    clock: Date.now,
    wake: (run) => queue.wake(run),
  });
  const { leaseMs, runConcurrency: concurrency } = settings;
  const host = works
    ? new RunHost({ store, queue, performer, log, clock: Date.now, leaseMs, concurrency })
    : undefined;
  let address = settings.publicUrl ?? '';
  const background: (() => Promise<void>)[] = [];
  return {
    db,
    queue,
    vault,
    auth,
    outbound,
    catalogue,
    credentials,
    store,
    performer,
    host,
    clock: Date.now,
    leaseMs,
    log,
    settings,
    evaluate,
    baseUrl: () => address,
    listensAt: (url) => (address = settings.publicUrl ?? url),
    startWork: () => {
      host?.start();
      const testing = { db, queue, credentials, performer, evaluate, clock: Date.now };
      background.push(...startBackground({ db, store, queue, log, credentials }));
      background.push(startSuiteSchedules(testing, log));
    },
    close: async () => {
      await host?.stop();
      for (const stop of background) await stop();
      evaluator.close();
      for (const part of [outbound, queue, db]) await part.close();
    },
  };
}

function credentialsOf(
  parts: Pick<CredentialParts, 'db' | 'vault' | 'outbound' | 'catalogue'>,
  { secretsDir }: Settings,
): CredentialParts {
  const external = { env: process.env, folder: secretsDir };
  return { ...parts, query: parts.db.query, external, clock: Date.now };
}

/** What a worker does beside runs; each result ends its part. */
function startBackground({
  db,
  store,
  queue,
  log,
  credentials,
}: Pick<OpenHouse, 'db' | 'store' | 'queue' | 'log' | 'credentials'>): (() => Promise<void>)[] {
  const clock = Date.now;
  return [
    startSchedules({ store, queue, log, clock }),
    startEventPolls({ db, queue, log, clock, credentials }),
    startRegistrations({ credentials, log }),
    startRetention(db, log, clock),
    startShapes(db, log),
    startKeeping(credentials, log),
  ];
}
