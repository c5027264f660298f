import { html, nothing } from '../lit.js';
import { icon } from '../icons.js';
import '../failover/cancel-dialog.js';
import { duration, wholePercent } from '../page/format.js';
import { PageElement } from '../page/page-element.js';
import { Poll, RARELY } from '../page/poll.js';
import { mayOperate } from '../session/session.js';
import { Problem } from '../web/problem.js';
import { problemView } from '../web/problem-view.js';
import {
  hasEnded,
  isFailover,
  isOurs,
  isCancelling,
  isUndoing,
  jobIcon,
  jobName,
  placeInLine,
  progressText,
  statusOf,
  timeLeft,
} from '../words/job-words.js';
import { jobOrigin } from './job-origin.js';
import './step-pipeline.js';

const PACE = 1500;

/** For how far a step is, of which the feed tells nothing, while that isn't known yet. */
const CALM = 2500;

/**
 * `<live-job .api .me .jobId .listed>`: a job while it runs, with all its steps from the start, and a way to cancel it; as the
 * recent-jobs list knows it (`listed`) until it has asked itself. Tells `job-ended` once, `announce` at each new step, and each
 * answer as `job-progress`.
 */
class LiveJob extends PageElement {
  static properties = { api: null, me: null, jobId: '', listed: null, status: null, problem: null, cancelling: false };

  #poll = new Poll(
    () => this.#refresh(),
    (flows) => (flows ? this.#untold() : PACE),
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
            <p class="muted small" data-testid="live-job-about">${job ? since(job) : 'Loading its steps…'}</p>
            ${job ? jobOrigin(job, job.context_id) : nothing}
          </div>
          ${job ? this.#cancel(job) : nothing}
        </div>
        ${job ? this.#progress(job) : nothing}
        ${this.problem && !this.problem.unreachable && this.problem.status !== 404 ? problemView(this.problem) : nothing}
        ${job?.steps?.length ? html`<step-pipeline .steps=${job.steps} .cancelled=${isCancelling(job)}></step-pipeline>` : nothing}
        ${this.cancelling && !isCancelling(job) && !isUndoing(job) ? this.#confirmation(job) : nothing}
      </section>`;
  }

  /** A rollback can't be cancelled, nor can what another program runs; and what is being undone is stopping anyway. */
  #cancel(job) {
    if (isCancelling(job)) return html`<span class="state warn" role="status" data-testid="job-cancelling">${icon('running')}Cancelling…</span>`;
    if (!mayOperate(this.me) || !isFailover(job) || !isOurs(job) || isUndoing(job) || hasEnded(job)) return nothing;
    return html`<button type="button" data-testid="cancel-failover" @click=${() => (this.cancelling = true)}>
      ${icon('cancelled')}Cancel…</button>`;
  }

  #confirmation(job) {
    return html`<cancel-dialog .api=${this.api} .job=${job} @dismissed=${() => (this.cancelling = false)}
      @cancelling=${() => this.#cancelled()}></cancel-dialog>`;
  }

  #cancelled() {
    this.cancelling = false;
    if (this.status) this.status = { ...this.status, cancel_requested: true };
    this.querySelector('h3').focus();
    this.emit('announce', 'The failover is being cancelled.');
    this.#refresh();
  }

  /** When to ask anew though the feed flows. */
  #untold() {
    const running = this.status?.steps?.find((step) => step.status === 'running');
    if (!running) return RARELY;
    return running.progress == null ? CALM : PACE;
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

const inOneLine = (job) => `${isCancelling(job) ? 'Cancelling. ' : ''}${job.current_step_friendly ?? 'Starting'}, ${progressText(job)}`;

const inProgress = (job) =>
  hasEnded(job)
    ? statusOf(job.status).label.toLowerCase()
    : job.status === 'pending'
      ? job.queue_position
        ? 'is waiting to start'
        : 'is about to start'
      : isCancelling(job)
        ? 'is being cancelled'
        : isUndoing(job)
          ? 'is being undone'
          : 'is running';

const since = (job) =>
  [
    job.status === 'pending' && job.queue_position ? `waiting, ${placeInLine(job.queue_position)}` : '',
    job.duration_seconds > 0 ? `for ${duration(job.duration_seconds)}` : '',
    job.started_by ? `started by ${job.started_by}` : '',
  ]
    .filter(Boolean)
    .join(', ');

LiveJob.define('live-job');
