/** What a refusal looks like on a screen: the server's own sentences, in the person's language. */
export type RefusalText = {
  code: string
  message: string
  next: string
  rule: string
  say?: string | null
}

/** An answer of the server in `application/problem+json`. */
export type Problem = RefusalText & {
  status: number
  requestId: string
  /** A sentence for each field that was not accepted. */
  errors?: Record<string, string>
  /** The record as it is now, when somebody else was first. */
  current?: unknown
  /** The act that needs a fresh second factor. */
  stepUp?: { action: string; objectId: string }
  retryAfterSeconds?: number
}

/** The server said no. `status` and `body` are where react-admin looks for them. */
export class Refused extends Error {
  readonly problem: Problem
  readonly status: number
  readonly body: { message: string; errors?: Record<string, string> }

  constructor(problem: Problem) {
    super(problem.message)
    this.name = 'Refused'
    this.problem = problem
    this.status = problem.status
    this.body = { message: problem.message, errors: problem.errors }
  }
}

/** The server cannot be reached: nothing is known of the act, and repeating it with the same key is safe. */
export class Unreachable extends Error {
  constructor() {
    super('No connection')
    this.name = 'Unreachable'
  }
}
