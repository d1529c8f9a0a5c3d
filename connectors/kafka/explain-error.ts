import { problem, ProblemError } from '@patchbay/shared/base';

import { authExpired, invalidInput, networkProblem, rejected, unavailable } from '#sdk';

interface Explanation {
  says: string;
  hint: string;
  field?: string;
}

/** What the cluster answers, by Kafka's own names of errors. */
const ANSWERS: Record<string, Explanation> = {
  UNKNOWN_TOPIC_OR_PARTITION: {
    says: 'There is no such topic or partition.',
    hint: 'Check the name, or create the topic first.',
    field: 'topic',
  },
  INVALID_TOPIC_EXCEPTION: {
    says: 'This cannot be the name of a topic.',
    hint: 'Use letters, digits, dots, - and _, up to 249 of them.',
    field: 'topic',
  },
  TOPIC_ALREADY_EXISTS: {
    says: 'The topic exists already.',
    hint: 'Use it, or choose another name.',
    field: 'topic',
  },
  INVALID_REPLICATION_FACTOR: {
    says: 'The cluster has not that many brokers for copies.',
    hint: 'Ask for fewer copies, at most one for each broker.',
    field: 'replicas',
  },
  TOPIC_AUTHORIZATION_FAILED: {
    says: 'The user may not use this topic.',
    hint: 'Grant the user to read, write or describe the topic.',
  },
  CLUSTER_AUTHORIZATION_FAILED: {
    says: 'The user may not do this in the cluster.',
    hint: 'Grant the user to create topics, or have an administrator do it.',
  },
  MESSAGE_TOO_LARGE: {
    says: 'The message is larger than the topic allows.',
    hint: 'Send less, or raise max.message.bytes of the topic.',
  },
  OFFSET_OUT_OF_RANGE: {
    says: 'The topic holds no message at this offset.',
    hint: 'Read from an offset between the oldest and the newest message.',
    field: 'offset',
  },
};
const SIGN_IN = /^(SASL_AUTHENTICATION_FAILED|UNSUPPORTED_SASL_MECHANISM|ILLEGAL_SASL_STATE)$/;
const WAITING = /^(NOT_ENOUGH_REPLICAS|LEADER_NOT_AVAILABLE|NOT_LEADER|BROKER_NOT_AVAILABLE)/;

/** An error of the client or the cluster as a Problem in plain words. */
export function explainError(error: unknown, host: string): ProblemError | undefined {
  const causes = [...causesOf(error)];
  for (const explain of [asProblem, byAnswer, byKind]) {
    for (const cause of causes) {
      const explained = explain(cause, host);
      if (explained) return explained;
    }
  }
  return undefined;
}

function asProblem(cause: Error, host: string): ProblemError | undefined {
  if (cause instanceof ProblemError) return cause;
  // A cluster that hangs up mostly wants TLS or another way to sign in: said below.
  if ('code' in cause && cause.code === 'ECONNRESET') return undefined;
  const network = networkProblem(cause, host);
  return network && new ProblemError(network);
}

function byAnswer(cause: Error, host: string): ProblemError | undefined {
  const name = 'apiId' in cause && typeof cause.apiId === 'string' ? cause.apiId : undefined;
  if (name === undefined) return undefined;
  const details = { code: name };
  if (SIGN_IN.test(name)) return authExpired(`${host} refused user or password.`, { details });
  if (WAITING.test(name))
    return unavailable('The cluster has no leader or too few copies now.', { details });
  const { says, ...rest } = ANSWERS[name] ?? {
    says: `The cluster answered ${name}.`,
    hint: 'Look up this answer in the documentation of Kafka.',
  };
  return rejected(says, { ...rest, details });
}

function byKind(cause: Error, host: string): ProblemError | undefined {
  switch ('code' in cause ? cause.code : undefined) {
    case 'PLT_KFK_AUTHENTICATION':
      return authExpired(`${host} refused user or password.`);
    case 'PLT_KFK_TIMEOUT':
      return new ProblemError(
        problem('timed_out', `${host} did not answer in time.`, 'Try again later.'),
      );
    case 'PLT_KFK_UNSUPPORTED_API':
      return rejected('The cluster does not know this request.', {
        hint: 'It is too old for it, or does not offer it.',
      });
    case 'PLT_KFK_UNSUPPORTED_COMPRESSION':
      return rejected('The messages are compressed in a way that is not known here.', {
        hint: 'Compress with gzip, snappy, lz4 or zstd.',
      });
    case 'PLT_KFK_USER':
      return invalidInput(cause.message, { hint: 'Check topic and partition.' });
    case 'PLT_KFK_NETWORK':
      return unavailable(`${host} closed the connection.`, {
        hint: 'Check that TLS and the way to sign in are those of the cluster.',
      });
    default:
      return undefined;
  }
}

/** An error and all that it holds: the cluster may say something of each partition. */
function* causesOf(error: unknown): Generator<Error> {
  if (!(error instanceof Error)) return;
  yield error;
  if (error instanceof AggregateError) for (const one of error.errors) yield* causesOf(one);
  if (error.cause) yield* causesOf(error.cause);
}
