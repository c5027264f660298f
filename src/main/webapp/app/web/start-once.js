import { Problem } from './problem.js';

/**
 * What a person means to start, once: each try of it has the same key, by which the server knows a request that is sent
 * again after a lost answer. A start that was refused has begun nothing, so the next try is a new one.
 */
export class StartOnce {
  #key = newKey();

  /**
   * Tries it.
   * @param {(key: string) => Promise<object>} start
   */
  async try(start) {
    try {
      return await start(this.#key);
    } catch (caught) {
      if (Problem.of(caught).refused) this.renew();
      throw caught;
    }
  }

  /** It is another request from now on, for instance with other options. */
  renew() {
    this.#key = newKey();
  }
}

/** Random, 32 characters. crypto.randomUUID would be there over HTTPS and on localhost only. */
const newKey = () => crypto.getRandomValues(new Uint8Array(16)).reduce((key, byte) => key + byte.toString(16).padStart(2, '0'), '');
