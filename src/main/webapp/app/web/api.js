import { LiveFeed } from './live-feed.js';
import { Problem } from './problem.js';

const ROOT = '/api/v1';
const PATIENCE = 30_000;

/**
 * Clearover's public API, as one signed-in person. Every call answers the parsed document or throws a Problem.
 * `credentials: 'omit'` keeps the browser's own password prompt away: the header is all there is.
 */
export class Api {
  #authorization;
  #heard;

  /**
   * @param {string} authorization value of the Authorization header
   * @param {{reachable?: (yes: boolean) => void, unauthorized?: () => void}} [heard] told after each answer
   */
  constructor(authorization, heard = {}) {
    this.#authorization = authorization;
    this.#heard = heard;
  }

  /** What changes on the server, as it happens. */
  feed = new LiveFeed((lastId, signal) => this.#stream('/events', lastId, signal));

  me() {
    return this.#get('/me');
  }

  vms() {
    return this.#get('/vm-contexts');
  }

  vm(contextId) {
    return this.#get(`/vm-contexts/${encodeURIComponent(contextId)}`);
  }

  recentJobs(contextId) {
    return this.#get(`/vm-contexts/${encodeURIComponent(contextId)}/recent-jobs`);
  }

  jobStatus(jobId) {
    return this.#get(`/failover/${encodeURIComponent(jobId)}/status`);
  }

  /** @param {{contextId: string, finalSync: boolean, skipDrivers: boolean}} wish */
  startTestFailover({ contextId, finalSync, skipDrivers }) {
    return this.#post('/failover/test', {
      context_id: contextId,
      perform_final_sync: finalSync,
      skip_virtio: skipDrivers,
    });
  }

  startRollback(contextId) {
    return this.#post('/failover/rollback', { context_id: contextId });
  }

  #get(path) {
    return this.#send(path, { method: 'GET' });
  }

  #post(path, body) {
    return this.#send(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
  }

  async #stream(path, lastId, signal) {
    const headers = { Accept: 'text/event-stream', Authorization: this.#authorization };
    if (lastId) headers['Last-Event-ID'] = lastId;
    const response = await fetch(ROOT + path, { headers, signal, credentials: 'omit', cache: 'no-store' });
    if (!response.ok) throw await Problem.from(response);
    return response;
  }

  async #send(path, request) {
    const response = await this.#fetch(path, request);
    this.#heard.reachable?.(!isAway(response));
    if (response?.ok) return response.json();
    if (response?.status === 401) this.#heard.unauthorized?.();
    throw response ? await Problem.from(response) : Problem.away();
  }

  #fetch(path, request) {
    const headers = {
      ...request.headers,
      Accept: 'application/json, application/problem+json',
      Authorization: this.#authorization,
    };
    return fetch(ROOT + path, {
      ...request,
      headers,
      credentials: 'omit',
      cache: 'no-store',
      signal: AbortSignal.timeout(PATIENCE),
    }).catch(() => null);
  }
}

const isAway = (response) => !response || (response.status >= 502 && response.status <= 504);
