import { html } from '../lit.js';
import { icon } from '../icons.js';
import { PageElement } from '../page/page-element.js';
import { Poll, RARELY } from '../page/poll.js';
import { wholePercent } from '../page/format.js';
import { doing, hasEnded, jobName, progressText } from '../words/job-words.js';

const PACE = 2500;

/**
 * `<running-brief .api .jobId .told>`: a running job in two lines, live: as told by who knows it, else as asked for.
 * Tells `job-ended` when it is over.
 */
class RunningBrief extends PageElement {
  static properties = { api: null, jobId: '', told: null, job: null };

  #poll = new Poll(
    () => this.#refresh(),
    (flows) => (flows ? RARELY : PACE),
    () => this.api.feed,
    (event) => event.detail.job_id === this.jobId && this.#hear(event),
  );

  connectedCallback() {
    super.connectedCallback();
    this.#poll.start();
  }

  disconnectedCallback() {
    this.#poll.stop();
  }

  view() {
    const job = this.told ?? this.job;
    return html`
      <span class="row-outcome"><span class="tint busy">${icon(waits(job) ? 'pending' : 'running')}</span>
        <span>${job ? `${jobName(job)}: ${doing(job)}` : 'An operation is running'}</span></span>
      ${
        job
          ? html`<span class="brief"><progress max="100" value=${wholePercent(job.progress)} aria-label="Progress"></progress>
        <span class="muted small">${progressText(job)}</span></span>`
          : ''
      }`;
  }

  /** An event says all that is shown here: nothing needs to be asked for. */
  #hear({ type, detail }) {
    if (type === 'job') this.#take(detail);
    return false;
  }

  async #refresh() {
    if (this.told) return;
    const job = await this.api.jobStatus(this.jobId).catch(() => null);
    if (job) this.#take(job);
  }

  #take(job) {
    this.job = job;
    if (!hasEnded(job)) return;
    this.#poll.stop();
    this.emit('job-ended', job);
  }
}

const waits = (job) => job?.status === 'pending';

RunningBrief.define('running-brief');
