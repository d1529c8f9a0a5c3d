/** What travels to a worker; without `held` it goes on with what it got last. */
export interface WorkerRequest<Q, H> {
  id: number;
  question: Q;
  held?: H;
}

/** Begun: the question and what it is about have arrived, and are being worked on. */
export interface WorkerReply<A> {
  id: number;
  hasBegun?: true;
  answer?: A;
}

interface Open<A> {
  settle: (answer: A | undefined) => void;
  timer?: ReturnType<typeof setTimeout>;
}

/**
 * A worker that is ended when it does not answer in time; starting it and bringing it the question do
 * not count. Questions are asked about something large that it keeps, because copying that costs more
 * than most answers.
 */
export class KillableWorker<Q, H, A> {
  private readonly start: () => Worker;
  private readonly limitMs: number;
  private worker: Worker | undefined;
  private nextId = 1;
  private held: H | undefined;
  private readonly open = new Map<number, Open<A>>();

  constructor(start: () => Worker, limitMs: number) {
    this.start = start;
    this.limitMs = limitMs;
  }

  /** The answer; undefined when it took too long. */
  ask(question: Q, held: H): Promise<A | undefined> {
    const id = this.nextId++;
    return new Promise((settle) => {
      const to = (this.worker ??= this.begin());
      this.open.set(id, { settle });
      const request: WorkerRequest<Q, H> = {
        id,
        question,
        ...(this.held !== held && { held }),
      };
      this.held = held;
      to.postMessage(request, []);
    });
  }

  private begin(): Worker {
    const made = this.start();
    made.addEventListener('message', ({ data }: MessageEvent<WorkerReply<A>>) => {
      if (data.hasBegun) this.watch(data.id);
      else this.settle(data.id, data.answer);
    });
    return made;
  }

  private watch(id: number): void {
    const question = this.open.get(id);
    if (question) question.timer = setTimeout(() => this.giveUp(), this.limitMs);
  }

  private settle(id: number, answer: A | undefined): void {
    const question = this.open.get(id);
    clearTimeout(question?.timer);
    this.open.delete(id);
    question?.settle(answer);
  }

  /** Ending a worker ends all it was asked, so everything open gets its answer now. */
  private giveUp(): void {
    this.worker?.terminate();
    this.worker = undefined;
    this.held = undefined;
    for (const id of this.open.keys()) this.settle(id, undefined);
  }
}
