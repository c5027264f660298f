import { eventsOf } from './event-stream.js';

const PAUSE = 3000;

/** The server gives a sign of life every 15 seconds; without one for this long the stream is taken for dead. */
const SILENCE = 45_000;

/**
 * The server's live feed, one stream for the whole page, open while somebody listens. Dispatches `job` and `step` with the
 * event's data as detail, and `flow` when the stream has begun to flow or no longer does (`flows`). Comes back by itself,
 * and where it was.
 */
export class LiveFeed extends EventTarget {
  flows = false;

  #open;
  #listeners = 0;
  #closing = null;
  #lastId = '';

  /** @param {(lastId: string, signal: AbortSignal) => Promise<Response>} open */
  constructor(open) {
    super();
    this.#open = open;
  }

  /** Hands all events to an object's handleEvent until `leave`. */
  join(listener) {
    for (const name of ['job', 'step', 'flow']) this.addEventListener(name, listener);
    this.#listeners++;
    if (!this.#closing) this.#run();
  }

  leave(listener) {
    for (const name of ['job', 'step', 'flow']) this.removeEventListener(name, listener);
    this.#listeners--;
    queueMicrotask(() => this.#listeners || this.#closing?.abort());
  }

  async #run() {
    const closing = new AbortController();
    this.#closing = closing;
    while (!closing.signal.aborted) {
      await this.#listen(closing.signal).catch(() => null);
      this.#setFlows(false);
      if (!closing.signal.aborted) await new Promise((done) => setTimeout(done, PAUSE));
    }
    this.#closing = null;
    if (this.#listeners) this.#run();
  }

  async #listen(closing) {
    const dead = new AbortController();
    let timer = setTimeout(() => dead.abort(), SILENCE);
    try {
      const response = await this.#open(this.#lastId, AbortSignal.any([closing, dead.signal]));
      for await (const event of eventsOf(response.body)) {
        clearTimeout(timer);
        timer = setTimeout(() => dead.abort(), SILENCE);
        if (event) this.#tell(event);
      }
    } finally {
      clearTimeout(timer);
    }
  }

  #tell({ id, name, data }) {
    if (id) this.#lastId = id;
    if (name === 'ready') this.#setFlows(true);
    else this.dispatchEvent(new CustomEvent(name, { detail: JSON.parse(data) }));
  }

  #setFlows(flows) {
    if (this.flows === flows) return;
    this.flows = flows;
    this.dispatchEvent(new CustomEvent('flow'));
  }
}
