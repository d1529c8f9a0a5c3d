import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

const HANDSHAKE = 17;
const REFUSED = 58;

/** A door in front of a broker that asks for SASL PLAIN first; the mock cluster knows no sign-in. */
export interface SignInFront {
  port: number;
  stop(): Promise<void>;
}

/** Opens the door on a free port; only this user with this password gets through to `broker`. */
export async function startSignInFront(
  broker: number,
  { user, password }: { user: string; password: string },
): Promise<SignInFront> {
  const open = new Set<Socket>();
  const server = createServer((inside) => {
    open.add(inside.on('error', () => undefined));
    let waiting = Buffer.alloc(0);
    inside.on('data', (chunk: Buffer) => {
      waiting = Buffer.concat([waiting, chunk]);
      const request = takeFrame(waiting);
      if (!request) return;
      waiting = waiting.subarray(4 + request.length);
      if (request.readInt16BE(0) === HANDSHAKE) return void inside.write(handshakeAnswer(request));
      const isKnown = request.includes(`\0${user}\0${password}`);
      inside.write(signInAnswer(request, isKnown ? 0 : REFUSED));
      if (isKnown) passOn(inside, broker);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const stop = async (): Promise<void> => {
    for (const socket of open) socket.destroy();
    server.close();
    await once(server, 'close');
  };
  return { port: (server.address() as AddressInfo).port, stop };
}

function passOn(inside: Socket, broker: number): void {
  inside.removeAllListeners('data');
  const outside = connect(broker, '127.0.0.1').on('error', () => inside.destroy());
  inside.on('close', () => outside.destroy());
  inside.pipe(outside).pipe(inside);
}

function takeFrame(bytes: Buffer): Buffer | undefined {
  if (bytes.length < 4) return undefined;
  const end = 4 + bytes.readInt32BE(0);
  return bytes.length < end ? undefined : bytes.subarray(4, end);
}

/** Version 1: no error, and the one mechanism there is. */
function handshakeAnswer(request: Buffer): Buffer {
  const name = Buffer.from('PLAIN');
  const rest = Buffer.alloc(8);
  rest.writeInt32BE(1, 2);
  rest.writeInt16BE(name.length, 6);
  return frame(request, Buffer.concat([rest, name]));
}

/** Version 2: tags, the error, no message, no bytes, no end of the session, tags. */
function signInAnswer(request: Buffer, error: number): Buffer {
  const answer = Buffer.alloc(14);
  answer.writeInt16BE(error, 1);
  answer.writeUInt8(1, 4);
  return frame(request, answer);
}

function frame(request: Buffer, content: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.writeInt32BE(4 + content.length, 0);
  request.copy(head, 4, 4, 8);
  return Buffer.concat([head, content]);
}
