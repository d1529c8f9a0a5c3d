import { accessRoom, type Auth } from '#access';
import { auditRoom } from '#audit';
import { catalogRoom, type Catalogue } from '#catalog';
import {
  connectionsRoom,
  listServerTools,
  type CredentialParts,
  type Outbound,
  type Vault,
} from '#connections';
import type { Db } from '#db';
import { flowsRoom } from '#flows';
import { healthRoom } from '#health';
import type { Room } from '#http';
import { mappingRoom, type Evaluate } from '#mapping';
import type { Queue } from '#queue';
import {
  armTriggers,
  runsRoom,
  withRegistered,
  type RunHost,
  type RunStore,
  type StepPerformer,
} from '#runs';
import { keepSuite, testingRoom } from '#testing';
import { versionsRoom } from '#versions';

/** What the house has built by the time the rooms are furnished. */
export interface House {
  db: Db;
  queue: Queue;
  vault: Vault;
  auth: Auth;
  outbound: Outbound;
  catalogue: Catalogue;
  credentials: CredentialParts;
  evaluate: Evaluate;
  store: RunStore;
  performer: StepPerformer;
  /** The worker of this process, when it is one. */
  host?: RunHost;
  clock: () => number;
  leaseMs: number;
  baseUrl: () => string;
}

/** The rooms, lowest first. */
export function roomsOf(house: House): Room[] {
  const { db, auth, evaluate, catalogue, credentials, clock, baseUrl } = house;
  return [
    auditRoom,
    accessRoom({ db, auth }),
    catalogRoom({
      ...house,
      askServer: (ctx, connection) => listServerTools(credentials, ctx, connection),
    }),
    connectionsRoom(house),
    mappingRoom(evaluate),
    flowsRoom(house),
    versionsRoom({
      catalogue,
      arm: async (query, flowId, version) => {
        if (version) await keepSuite(query, { flowId, versionId: version.id });
        const facts = { version, catalogue, baseUrl: baseUrl(), now: clock() };
        return armTriggers(query, flowId, facts);
      },
      registered: (graph, work) => withRegistered({ credentials, baseUrl }, graph, work),
    }),
    runsRoom(house),
    testingRoom(house),
    healthRoom(house),
  ];
}
