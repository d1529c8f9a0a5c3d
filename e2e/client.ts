import { setUpOwner, signIn } from '@patchbay/shared/access';
import {
  hrefOf,
  PROJECT_HEADER,
  type Endpoint,
  type InputOf,
  type Problem,
  type ResultOf,
} from '@patchbay/shared/base';

/** The answer was a problem. */
export class ApiError extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(`${problem.code}: ${problem.message} ${problem.hint}`);
    this.problem = problem;
  }
}

export const OWNER = {
  name: 'Ada Lovelace',
  email: 'ada@example.com',
  password: 'correct horse battery',
};

/** Speaks to Patchbay by its public endpoints alone, as a signed-in person. */
export class Client {
  readonly base: () => string;
  private cookie = '';
  private project?: string;

  /** `base` is asked each time, because a restarted server may listen elsewhere. */
  constructor(base: () => string) {
    this.base = base;
  }

  async call<E extends Endpoint>(endpoint: E, input: InputOf<E>): Promise<ResultOf<E>> {
    const { params, query, body } = input as Record<string, Record<string, unknown> | undefined>;
    const response = await this.request(hrefOf(endpoint, params, query), {
      method: endpoint.method,
      headers: body && { 'content-type': 'application/json' },
      body: body && JSON.stringify(body),
    });
    const cookies = response.headers.getSetCookie().map((c) => c.split(';')[0]);
    if (cookies.length > 0) this.cookie = cookies.join('; ');
    const answer: unknown = await response.json();
    if (!response.ok) throw new ApiError(answer as Problem);
    return answer as ResultOf<E>;
  }

  /** A request with the session, whatever comes back. */
  request(path: string, { headers, ...init }: RequestInit = {}): Promise<Response> {
    const own = new Headers(headers);
    own.set('cookie', this.cookie);
    if (this.project !== undefined) own.set(PROJECT_HEADER, this.project);
    return fetch(this.base() + path, { ...init, headers: own });
  }

  /** The same person in a project. */
  in(project: string): Client {
    return Object.assign(new Client(this.base), { cookie: this.cookie, project });
  }

  async setUp(): Promise<this> {
    await this.call(setUpOwner, { body: OWNER });
    return this;
  }

  async signIn(): Promise<this> {
    await this.call(signIn, { body: { email: OWNER.email, password: OWNER.password } });
    return this;
  }
}
