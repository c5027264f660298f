import { html, nothing } from '../lit.js';
import { icon } from '../icons.js';
import { duration, wholePercent } from '../page/format.js';
import { PageElement } from '../page/page-element.js';
import { Poll } from '../page/poll.js';
import { Problem } from '../web/problem.js';
import { problemView } from '../web/problem-view.js';
import { hasEnded, jobIcon, jobName, progressText, statusOf, timeLeft } from './job-words.js';
import './step-pipeline.js';

const PACE = 1500;

/**
 * `<live-job .api .jobId .listed>`: a job while it runs, with all its steps from the start. Tells `job-ended`
 * once, and `announce` at each new step. A replication has no steps: then it shows the listed job (as the recent-jobs
 * list knows it) alone. Each answer is told as `job-progress`.
 */
class LiveJob extends PageElement {
  static properties = { api: null, jobId: '', listed: null, status: null, problem: null };

  #poll = new Poll(
    () => this.#refresh(),
    () => PACE,
    () => this.api.feed,
    (event) => event.detail.job_id === this.jobId,
  );
  #said = '';

  connectedCallback() {
    super.connectedCallback();
    this.#poll.start();
  }

  disconnectedCallback() {
    this.#poll.stop();
  }

  view() {
    const job = this.status ?? this.listed;
    return html`
      <section class="card live" aria-label="Running operation" data-testid="live-job"
        data-status=${job?.status ?? 'pending'}>
        <div class="live-head">
          <span class="badge busy">${icon(job ? jobIcon(job) : 'running')}</span>
          <div>
            <h3 tabindex="-1">${job ? `${jobName(job)} ${inProgress(job)}` : 'An operation is running'}</h3>
            <p class="muted small">${job ? since(job) : 'Loading its steps…'}</p>
          </div>
        </div>
        ${job ? this.#progress(job) : nothing}
        ${this.problem && !this.problem.unreachable && this.problem.status !== 404 ? problemView(this.problem) : nothing}
        ${job?.steps?.length ? html`<step-pipeline .steps=${job.steps}></step-pipeline>` : nothing}
      </section>`;
  }

  #progress(job) {
    return html`<div class="meter">
      <progress max="100" value=${wholePercent(job.progress)} aria-label=${`Progress of ${jobName(job)}`}
        data-testid="job-progress"></progress>
      <span data-testid="job-progress-text">${progressText(job)}</span>
      ${timeLeft(job) ? html`<span class="muted small" data-testid="job-time-left">${timeLeft(job)}</span>` : nothing}
    </div>`;
  }

  async #refresh() {
    try {
      this.status = await this.api.jobStatus(this.jobId);
      this.problem = null;
      this.emit('job-progress', this.status);
      if (!hasEnded(this.status)) return this.#announce();
      this.#poll.stop();
      this.emit('job-ended', this.status);
    } catch (caught) {
      this.problem = Problem.of(caught);
      if (this.problem.status === 404) this.#poll.stop();
    }
  }

  #announce() {
    const said = inOneLine(this.status);
    if (said === this.#said) return;
    this.#said = said;
    this.emit('announce', said);
  }
}

const inOneLine = (job) => `${job.current_step_friendly ?? 'Starting'}, ${progressText(job)}`;

const inProgress = (job) =>
  hasEnded(job)
    ? statusOf(job.status).label.toLowerCase()
    : job.status === 'pending'
      ? 'is about to start'
      : 'is running';

const since = (job) =>
  [
    job.duration_seconds > 0 ? `for ${duration(job.duration_seconds)}` : '',
    job.started_by ? `started by ${job.started_by}` : '',
  ]
    .filter(Boolean)
    .join(', ');

LiveJob.define('live-job');
