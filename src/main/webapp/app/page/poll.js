/**
 * Does a task now and again after a pause, for as long as it is wanted and the page is visible. The pause starts when
 * the task has ended, so a slow server is never asked twice at once. The task deals with its own errors.
 */
export class Poll {
  #task;
  #pause;
  #timer = 0;
  #busy = false;
  #wanted = false;

  /**
   * @param {() => Promise<void>} task
   * @param {() => number} pause milliseconds, asked after each turn
   */
  constructor(task, pause) {
    this.#task = task;
    this.#pause = pause;
  }

  start() {
    if (this.#wanted) return;
    this.#wanted = true;
    document.addEventListener('visibilitychange', this);
    this.#turn();
  }

  stop() {
    this.#wanted = false;
    clearTimeout(this.#timer);
    document.removeEventListener('visibilitychange', this);
  }

  handleEvent() {
    clearTimeout(this.#timer);
    if (!document.hidden) this.#turn();
  }

  async #turn() {
    if (this.#busy) return;
    this.#busy = true;
    await this.#task();
    this.#busy = false;
    if (this.#wanted && !document.hidden) this.#timer = setTimeout(() => this.#turn(), this.#pause());
  }
}
