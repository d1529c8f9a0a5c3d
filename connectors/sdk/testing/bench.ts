import type { Json, JsonObject } from '@patchbay/shared/base';

import {
  type ActionContext,
  callAction,
  type Connector,
  type OpenConnection,
  type PollResult,
} from '#sdk';
import { createOutbound } from '#sdk/outbound';

import { openTestContext } from './open-test-context.ts';

/** What a test changes of the connection. */
export interface Change {
  config?: JsonObject;
  fields?: Record<string, string>;
  signal?: AbortSignal;
  dryRun?: boolean;
}

/** A connection of a test to a real server on loopback. */
export interface Bench {
  context(input?: JsonObject, change?: Change): ActionContext;
  call(action: string, input?: JsonObject, change?: Change): Promise<Json>;
  /** One look of a poll trigger. */
  look(trigger: string, input: JsonObject, cursor?: string): Promise<PollResult>;
  close(): Promise<void>;
}

/** Makes calls of a connector through this connection; only 127.0.0.1 and localhost are reachable. */
export function openBench(connector: Connector, connection: Omit<OpenConnection, 'id'>): Bench {
  const outbound = createOutbound({ allowPrivate: ['127.0.0.1', 'localhost'] });
  const context: Bench['context'] = (input = {}, { config, fields, ...call } = {}) => {
    const changed = {
      ...connection,
      id: 'c1',
      config: { ...connection.config, ...config },
      fields: { ...connection.fields, ...fields },
    };
    return openTestContext({ connector, outbound, connection: changed, ...call }, input);
  };
  return {
    context,
    call: (action, input, change) => callAction(connector, action, context(input, change)),
    look: async (trigger, input, cursor) => {
      const poll = connector.triggers[trigger]?.poll;
      if (!poll) throw new Error(`There is no poll trigger ${trigger}.`);
      return poll(context(input), { cursor, manifest: connector.manifest });
    },
    close: () => outbound.close(),
  };
}
