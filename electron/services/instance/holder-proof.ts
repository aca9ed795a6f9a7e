import { createHmac, randomBytes } from 'node:crypto';
import { connect, createServer, type Socket } from 'node:net';

/** What shows that a process still has something; it is there as long as the process is. */
export interface HolderProof {
  /** On the loopback address; a port of the system's choice. */
  readonly port: number;
  end(): void;
}

/** Where a holder would answer, and what it alone knows with whoever asks. */
export interface HolderAddress {
  readonly port: number;
  /** Never sent. */
  readonly secret: string;
}

/**
 * How long a holder has to answer before it is taken to be busy or stopped. Windows takes two
 * seconds to say that nobody listens.
 */
const usualAnswerLimitMs = 5_000;
const challengeLength = 64;

/**
 * Answers whoever asks whether this process is there, until it ends or `end` is called. Ids are
 * used again and so are ports, so what counts is the answer, which takes the secret: the system
 * closes the socket with the process, on every system and whatever way it ended.
 * @returns undefined where this computer has no loopback address to listen on
 */
export function proveHolder(secret: string): Promise<HolderProof | undefined> {
  return new Promise((fulfil) => {
    const sockets = new Set<Socket>();
    const server = createServer((socket) => {
      sockets.add(socket.unref());
      answer(socket, secret);
      socket.once('close', () => sockets.delete(socket));
    });
    server.on('error', () => fulfil(undefined));
    server.listen({ host: '127.0.0.1', port: 0 }, () => {
      const address = server.address();
      const end = (): void => {
        server.close();
        for (const socket of sockets) socket.destroy();
      };
      fulfil(address === null || typeof address === 'string' ? undefined : { ...address, end });
    });
    // It proves that the process is there, and keeps it for nobody.
    server.unref();
  });
}

/**
 * Whether a holder is there. One that takes the connection and says nothing in time counts as there:
 * it is stopped or busy, and two that write the same files are worse than none.
 */
export function askHolder(
  { port, secret }: HolderAddress,
  answerLimitMs: number = usualAnswerLimitMs,
): Promise<boolean> {
  const challenge = randomBytes(challengeLength / 2).toString('hex');
  const expected = sign(secret, challenge);
  return new Promise((fulfil) => {
    let heard = '';
    const socket = connect({ host: '127.0.0.1', port }, () => socket.write(`${challenge}\n`));
    const settle = (isThere: boolean): void => {
      fulfil(isThere);
      socket.destroy();
    };
    socket.setTimeout(answerLimitMs, () => settle(true));
    socket.setEncoding('latin1').on('data', (text: string) => {
      heard += text;
      if (heard.length >= expected.length) settle(heard === expected);
    });
    socket.on('error', () => settle(false));
    socket.on('close', () => settle(false));
  });
}

function answer(socket: Socket, secret: string): void {
  let challenge = '';
  socket.setTimeout(usualAnswerLimitMs, () => socket.destroy());
  socket.on('error', () => socket.destroy());
  socket.setEncoding('latin1').on('data', (text: string) => {
    challenge += text;
    if (challenge.length <= challengeLength) return;
    socket.end(sign(secret, challenge.slice(0, challengeLength)));
    socket.removeAllListeners('data');
  });
}

function sign(secret: string, challenge: string): string {
  return createHmac('sha256', secret).update(challenge).digest('hex');
}
