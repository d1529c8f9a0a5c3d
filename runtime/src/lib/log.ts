import { pino, type Logger } from 'pino';

export type Log = Logger;

/** The log: JSON lines on standard error, so that standard output stays for people. */
export function createLog(level: string): Log {
  return pino(
    {
      level,
      base: undefined,
      redact: ['password', '*.password', 'headers.cookie', 'headers.authorization'],
    },
    pino.destination({ dest: 2, sync: false }),
  );
}
