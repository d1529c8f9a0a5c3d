import { connect } from 'node:net';

/** What a request on the wire got back; `status` 0 when the connection was closed without a word. */
export interface RawAnswer {
  status: number;
  text: string;
}

/** Sends bytes as they are, piece by piece, and reads until the answer's head and a first piece are here. */
export function sendRaw(url: string, pieces: Iterable<string | Buffer>): Promise<RawAnswer> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    let text = '';
    const socket = connect(Number(port), hostname, () => void writeAll());
    const done = (): void => {
      socket.destroy();
      resolve({ status: Number(/^HTTP\/1\.1 (\d+)/.exec(text)?.[1] ?? 0), text });
    };
    const writeAll = async (): Promise<void> => {
      for (const piece of pieces) {
        if (socket.destroyed || text) return;
        if (!socket.write(piece)) await new Promise((next) => socket.once('drain', next));
      }
    };
    socket.on('data', (chunk) => {
      text += String(chunk);
      if (/\r\n\r\n./s.test(text)) done();
    });
    socket.on('error', done);
    socket.on('close', done);
  });
}
