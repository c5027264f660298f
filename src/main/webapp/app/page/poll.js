/** A pause, in milliseconds, for what the feed tells of. */
export const RARELY = 60_000;

/**
 * Keeps something new, for as long as it is wanted and the page is visible: does a task now, and again when the live feed
 * tells something that concerns it, or after a pause. The pause starts when the task has ended, so a slow server is never
 * asked twice at once. The task deals with its own errors.
 */
export class Poll {
  #task;
  #pause;
  #feed;
  #concerns;
  #joined = null;
  #listens = false;
  #timer = 0;
  #busy = false;
  #again = false;
  #wanted = false;

  /**
   * @param {() => Promise<void>} task
   * @param {(flows: boolean) => number} pause milliseconds, asked after each turn: while the feed flows, RARELY is enough
   *   for what it tells of
   * @param {() => LiveFeed} feed asked at the start
   * @param {(event: CustomEvent) => boolean} concerns whether an event calls for the task
   */
  constructor(task, pause, feed, concerns) {
    this.#task = task;
    this.#pause = pause;
    this.#feed = feed;
    this.#concerns = concerns;
  }

  start() {
    if (this.#wanted) return;
    this.#wanted = true;
    document.addEventListener('visibilitychange', this);
    this.#joined = this.#feed();
    this.#listen(!document.hidden);
    this.#turn();
  }

  stop() {
    if (!this.#wanted) return;
    this.#wanted = false;
    clearTimeout(this.#timer);
    document.removeEventListener('visibilitychange', this);
    this.#listen(false);
  }

  /** A page that nobody sees keeps no stream open: a browser allows few connections to one server. */
  #listen(yes) {
    if (yes === this.#listens) return;
    this.#listens = yes;
    if (yes) this.#joined.join(this);
    else this.#joined.leave(this);
  }

  handleEvent(event) {
    this.#listen(this.#wanted && !document.hidden);
    if (!this.#listens) return clearTimeout(this.#timer);
    if (['visibilitychange', 'flow'].includes(event.type) || this.#concerns(event)) this.#turn();
  }

  async #turn() {
    clearTimeout(this.#timer);
    this.#again = this.#busy;
    if (this.#busy) return;
    this.#busy = true;
    await this.#task();
    this.#busy = false;
    if (!this.#wanted || document.hidden) return;
    if (this.#again) this.#turn();
    else this.#timer = setTimeout(() => this.#turn(), this.#pause(this.#joined.flows));
  }
}
