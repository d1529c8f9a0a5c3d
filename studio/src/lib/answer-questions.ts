import type { WorkerReply, WorkerRequest } from './killable-worker.ts';

/** In a worker: answers what is asked of it about what it holds. */
export function answerQuestions(work: Work): void {
  let held: unknown;
  const answer = async ({ id, question }: Request, about: unknown): Promise<void> =>
    reply({ id, answer: await work(question as never, about as never) });
  globalThis.addEventListener('message', ({ data }: MessageEvent<Request>) => {
    if (data.held !== undefined) held = data.held;
    reply({ id: data.id, hasBegun: true });
    void answer(data, held);
  });
}

function reply(message: WorkerReply<unknown>): void {
  globalThis.postMessage(message, { transfer: [] });
}

type Request = WorkerRequest<unknown, unknown>;
/** What a question and what it is about are, whoever asks knows. */
type Work = (question: never, held: never) => unknown;
