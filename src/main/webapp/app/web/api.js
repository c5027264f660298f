import { LiveFeed } from './live-feed.js';
import { Problem } from './problem.js';

const ROOT = '/api/v1';
const TIMEOUT = 30_000;

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

  /**
   * @param {Wish} wish
   * @param {string} key the same for each try of the same start, as for the other starts
   */
  startFailover(wish, key) {
    return this.#start(`/failover/${wish.live ? 'live' : 'test'}`, asked(wish), key);
  }

  /** Whether such a failover would work; changes nothing. The page speaks English, whatever the browser prefers. */
  preflight(wish) {
    const body = { ...asked(wish), failover_type: wish.live ? 'live' : 'test' };
    return this.#post('/failover/preflight', body, { 'Accept-Language': 'en' });
  }

  /** @param {{contextId: string, powerOnSource: boolean}} wish */
  startRollback({ contextId, powerOnSource }, key) {
    return this.#start('/failover/rollback', { context_id: contextId, power_on_source: powerOnSource }, key);
  }

  cancel(jobId) {
    return this.#post(`/failover/${encodeURIComponent(jobId)}/cancel`, {});
  }

  /** Whether what made a job fail is still so; changes nothing. The page speaks English, whatever the browser prefers. */
  check(jobId) {
    return this.#post(`/failover/${encodeURIComponent(jobId)}/check`, {}, { 'Accept-Language': 'en' });
  }

  /** The same request again, as a new job. */
  retry(jobId, key) {
    return this.#start(`/failover/${encodeURIComponent(jobId)}/retry`, {}, key);
  }

  /** @param {{result: 'passed'|'problems', note?: string}} outcome */
  recordTestOutcome(jobId, outcome) {
    return this.#put(`/failover/${encodeURIComponent(jobId)}/test-outcome`, outcome);
  }

  #get(path) {
    return this.#send(path, { method: 'GET' });
  }

  #start(path, body, key) {
    return this.#post(path, body, { 'Idempotency-Key': key });
  }

  #post(path, body, headers = {}) {
    return this.#write('POST', path, body, headers);
  }

  #put(path, body) {
    return this.#write('PUT', path, body, {});
  }

  #write(method, path, body, headers) {
    return this.#send(path, {
      method,
      headers: { 'Content-Type': 'application/json', ...headers },
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
      signal: AbortSignal.timeout(TIMEOUT),
    }).catch(() => null);
  }
}

/**
 * How a failover is wished for.
 * @typedef {{contextId: string, live: boolean, finalSync: boolean, skipDrivers: boolean, powerOffSource?: boolean}} Wish
 */

/** @param {Wish} wish */
const asked = ({ contextId, live, finalSync, skipDrivers, powerOffSource }) => ({
  context_id: contextId,
  perform_final_sync: finalSync,
  skip_virtio: skipDrivers,
  ...(live ? { power_off_source: powerOffSource } : {}),
});

const isAway = (response) => !response || (response.status >= 502 && response.status <= 504);
