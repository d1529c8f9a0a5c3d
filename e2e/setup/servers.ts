import { dovecot } from './dovecot.ts';
import { exim } from './exim.ts';
import { kafka } from './kafka.ts';
import { mariadb } from './mariadb.ts';
import { mosquitto } from './mosquitto.ts';
import { nats } from './nats.ts';
import { postgres } from './postgres.ts';
import type { Place, PrivateServer } from './private-server.ts';
import { prometheus } from './prometheus.ts';
import { rabbitmq } from './rabbitmq.ts';
import { radicale } from './radicale.ts';
import { redis } from './redis.ts';
import { redmine } from './redmine.ts';
import { ensureInstalled, type ServerPart } from './server-part.ts';
import { slapd } from './slapd.ts';
import { sshd } from './sshd.ts';
import { vsftpd } from './vsftpd.ts';

/** Every server that a test can start. */
export const servers = {
  dovecot,
  exim,
  kafka,
  mariadb,
  mosquitto,
  nats,
  postgres,
  prometheus,
  rabbitmq,
  radicale,
  redis,
  redmine,
  slapd,
  sshd,
  vsftpd,
} satisfies Record<string, ServerPart>;

/** Starts a private server, installed first where it is missing. The caller stops it. */
export async function startServer(
  name: keyof typeof servers,
  place: Place = {},
): Promise<PrivateServer> {
  const part = servers[name];
  return part.start(await ensureInstalled(part), place);
}
