import { findConnector } from '@patchbay/connectors/registry';
import { callAction, type Connector } from '@patchbay/connectors/sdk';
import { createOutbound, type Outbound } from '@patchbay/connectors/sdk/outbound';
import { openTestContext } from '@patchbay/connectors/sdk/testing';
import { createDatabase } from '@patchbay/e2e/setup';
import { parseJson, toProblem, type JsonObject, type Problem } from '@patchbay/shared/base';
import { remedyFor } from '@patchbay/shared/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { Evaluator } from '#mapping';

import { startFailingPeers, type FailingPeers } from './failing-peers.ts';

describe('the remedy of a real failure names its cause', () => {
  let peers: FailingPeers;
  let outbound: Outbound;
  let database: URL;
  const evaluator = new Evaluator(1);
  beforeAll(async () => {
    peers = await startFailingPeers();
    database = new URL(await createDatabase('remedies'));
    outbound = createOutbound({
      allowPrivate: ['127.0.0.1', 'localhost', database.hostname],
      lookup: (host, _options, done) =>
        host === 'localhost'
          ? done(null, [{ address: '127.0.0.1', family: 4 }])
          : done(Object.assign(new Error('no'), { code: 'ENOTFOUND' }), []),
    });
    await sql('create table t (id int primary key, name text not null, n varchar(3))');
    await sql('create table r (t int references t)');
    await sql(`insert into t values (1, 'a')`);
  });
  afterAll(async () => {
    evaluator.close();
    await outbound?.close();
    await peers?.stop();
  });

  const caught = async (work: () => Promise<unknown>): Promise<Problem> => {
    try {
      await work();
    } catch (error) {
      return toProblem(error);
    }
    throw new Error('it did not fail');
  };
  const connectorOf = (id: string): Connector => {
    const found = findConnector(id, 'latest');
    if (!found) throw new Error(`no connector ${id}`);
    return found;
  };
  const http = (input: JsonObject): Promise<Problem> => {
    const connector = connectorOf('http');
    const all = { method: 'GET', timeoutSeconds: 30, ...input };
    return caught(() =>
      callAction(connector, 'request', openTestContext({ connector, outbound }, all)),
    );
  };
  const get = (path: string, more: JsonObject = {}): Promise<Problem> =>
    http({ url: `${peers.http.url}${path}`, ...more });
  const port = (
    name: keyof FailingPeers['ports'],
    { scheme = 'http', ...more }: JsonObject & { scheme?: string } = {},
  ): Promise<Problem> => http({ url: `${scheme}://127.0.0.1:${peers.ports[name]}/`, ...more });
  const postgres = (
    action: string,
    input: JsonObject,
    change: JsonObject = {},
  ): Promise<unknown> => {
    const connector = connectorOf('postgres');
    const { hostname: host, username, password, pathname } = database;
    const { port: own, ...rest } = { port: Number(database.port || 5432), ...change } as JsonObject;
    const config = {
      host,
      port: own as number,
      database: pathname.slice(1),
      ssl: 'disable',
      ...rest,
    };
    const fields = {
      user: (change.user as string | undefined) ?? decodeURIComponent(username),
      password: decodeURIComponent(password),
    };
    delete (config as JsonObject).user;
    const connection = { id: `c${JSON.stringify(change)}`, scheme: 'role', config, fields };
    return callAction(
      connector,
      action,
      openTestContext({ connector, outbound, connection }, input),
    );
  };
  const sql = (text: string, change?: JsonObject): Promise<unknown> =>
    postgres('query', { sql: text, parameters: [] }, change);
  const expression = async (text: string): Promise<Problem> => {
    const [result] = await evaluator.evaluate([text], { steps: {}, trigger: { n: 'x' } });
    if (!result || result.ok) throw new Error('it did not fail');
    return result.problem;
  };
  const json = async (text: string): Promise<Problem> => {
    const parsed = parseJson(text);
    if (parsed.ok) throw new Error('it did not fail');
    return parsed.problem;
  };

  const FAILURES: [what: string, fail: () => Promise<Problem>, cause: string][] = [
    // the way there
    ['a name nobody knows', () => http({ url: 'http://no-such-host.test/' }), 'unknown_host'],
    ['a port where nothing listens', () => port('closed'), 'nothing_listens'],
    ['a connection that is reset', () => port('resets'), 'connection_cut'],
    ['a server that never answers', () => port('silent', { timeoutSeconds: 1 }), 'too_slow'],
    ['a mail server', () => port('smtp'), 'not_http'],
    ['a certificate that nobody signed', () => port('tls', { scheme: 'https' }), 'certificate'],
    ['TLS to a plain port', () => port('smtp', { scheme: 'https' }), 'not_tls'],
    ['plain HTTP to a TLS port', () => port('tls'), 'connection_cut'],
    ['an address inside', () => http({ url: 'http://10.0.0.1/' }), 'address_blocked'],
    [
      'the metadata service',
      () => http({ url: 'http://169.254.169.254/latest' }),
      'address_blocked',
    ],
    ['an address that is none', () => http({ url: 'ftp://host/' }), 'wrong_input'],
    // the answer
    ['a circle of redirects', () => get('/circle', { redirects: 3 }), 'redirects'],
    ['a page instead of JSON', () => get('/html', { response: 'json' }), 'not_json'],
    ['half a body', () => get('/half'), 'connection_cut'],
    ['a compression nobody knows', () => get('/packed'), 'compression'],
    ['a garbled compression', () => get('/garbled'), 'compression'],
    ['an answer beyond the limit', () => get('/large'), 'answer_too_large'],
    // statuses
    ...(
      [
        [400, 'bad_request'],
        [401, 'credential_refused'],
        [402, 'payment_needed'],
        [403, 'not_allowed'],
        [404, 'not_there'],
        [405, 'wrong_method'],
        [409, 'conflict'],
        [410, 'gone'],
        [412, 'changed_meanwhile'],
        [413, 'body_too_large'],
        [415, 'wrong_body_type'],
        [422, 'invalid_values'],
        [429, 'rate_limited'],
        [451, 'legal_reasons'],
        [500, 'remote_error'],
        [502, 'gateway_error'],
        [503, 'overloaded'],
        [504, 'gateway_timeout'],
        [599, 'remote_error'],
      ] as const
    ).map(([status, cause]): [string, () => Promise<Problem>, string] => [
      `status ${status}`,
      () => get(`/status/${status}`),
      cause,
    ]),
    [
      'a status with a web page',
      () => get('/status/502?type=text/html&body=<html>'),
      'gateway_error',
    ],
    // the step's own input
    ['a field of the wrong kind', () => http({ url: 5 }), 'wrong_input'],
    ['a header that cannot be sent', () => get('/x', { headers: { 'a b': 'c' } }), 'wrong_input'],
    // PostgreSQL
    [
      'a wrong user',
      () => caught(() => sql('select 1', { user: 'nobody_at_all' })),
      'credential_refused',
    ],
    [
      'a wrong database',
      () => caught(() => sql('select 1', { database: 'nowhere' })),
      'no_database',
    ],
    [
      'a database port where nothing listens',
      () => caught(() => sql('select 1', { port: peers.ports.closed })),
      'nothing_listens',
    ],
    ['a table that is not there', () => caught(() => sql('select * from nowhere')), 'no_table'],
    ['a column that is not there', () => caught(() => sql('select nothing from t')), 'no_column'],
    ['SQL that does not parse', () => caught(() => sql('selct 1')), 'sql_syntax'],
    [
      'a key that exists',
      () => caught(() => sql(`insert into t values (1, 'b')`)),
      'exists_already',
    ],
    ['a reference to nothing', () => caught(() => sql('insert into r values (99)')), 'missing_row'],
    [
      'a column left empty',
      () => caught(() => sql('insert into t (id) values (2)')),
      'value_missing',
    ],
    [
      'a text that is too long',
      () => caught(() => sql(`insert into t values (3, 'c', 'long')`)),
      'wrong_type',
    ],
    ['a text for a number', () => caught(() => sql(`select 'x'::int`)), 'wrong_type'],
    // expressions and limits
    ['an expression that does not parse', () => expression('1 +'), 'expression_syntax'],
    ['an expression on the wrong type', () => expression('trigger.n + 1'), 'expression_data'],
    [
      'an expression without an end',
      () => expression('($f := function($n) { $f($n + 1) }; $f(0))'),
      'expression_limit',
    ],
    ['JSON that is none', () => json('{"a":'), 'not_json'],
    ['JSON nested too deep', () => json('['.repeat(300)), 'json_too_deep'],
    ['a forbidden key', () => json('{"__proto__":{}}'), 'json_forbidden_key'],
  ];

  it('is measured on at least forty', () => {
    expect(FAILURES.length).toBeGreaterThanOrEqual(40);
  });

  it.each(FAILURES)('for %s', async (_what, fail, cause) => {
    const problem = await fail();
    const remedy = remedyFor(problem, { connection: 'c1' });
    expect(`${remedy.cause}: ${problem.message}`).toBe(`${cause}: ${problem.message}`);
    expect(remedy.title).not.toBe('');
    expect(remedy.steps.every((step) => step.length > 3)).toBe(true);
  });
});
