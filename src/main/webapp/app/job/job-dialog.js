import { html, nothing } from '../lit.js';
import { icon } from '../icons.js';
import '../explain/failure-explanation.js';
import { exact } from '../page/format.js';
import { dialogHead } from '../page/dialog-head.js';
import { ModalElement } from '../page/modal-element.js';
import '../page/time-ago.js';
import { mayOperate } from '../session/session.js';
import { Problem } from '../web/problem.js';
import { problemView } from '../web/problem-view.js';
import { isFailed, jobIcon, jobName, outcome, result, statusOf, took, typeOf } from './job-words.js';
import { jobRecord } from './job-record.js';
import './step-pipeline.js';

/** What mends a failure of each type, the safest first. */
const MENDING = { test_failover: ['rollback', 'test_failover'], live_failover: ['rollback'], rollback: ['rollback'] };

/** Icon, label and test id of each. */
const ACTIONS = {
  rollback: ['rollback', 'Roll back', 'error-rollback'],
  test_failover: ['test', 'Start again', 'error-start-again'],
};

/**
 * `<job-dialog .api .me .vm .jobId .listed>`: one job in a window; for a failed one the explanation and what can be
 * done about it now. Tells `dismissed`, or `asked` with the action a person chose.
 */
class JobDialog extends ModalElement {
  static properties = {
    api: null,
    me: null,
    vm: null,
    jobId: '',
    listed: null,
    status: null,
    problem: null,
    loading: true,
  };

  connectedCallback() {
    super.connectedCallback();
    this.#load();
  }

  async #load() {
    if (this.listed && typeOf(this.listed) === 'replication') {
      this.loading = false;
      return;
    }
    try {
      this.status = await this.api.jobStatus(this.jobId);
    } catch (caught) {
      this.problem = Problem.of(caught);
    }
    this.loading = false;
  }

  view() {
    if (!this.listed && this.loading) return nothing;
    if (!this.listed && !this.status) return this.#unknown();
    const job = jobRecord(this.listed, this.status);
    const failed = isFailed(job);
    return html`
      <dialog aria-labelledby="dialog-title" data-testid=${failed ? 'error-dialog' : 'job-dialog'}
        @click=${(e) => e.target === this.dialog && this.close()}>
        <div class="dialog-body">
          ${this.#head(job)}
          <div class="dialog-content stack">
            ${this.#facts(job)}
            ${failed ? html`<failure-explanation .job=${job}></failure-explanation>` : nothing}
            ${this.problem && this.problem.status !== 404 ? problemView(this.problem) : nothing}
            ${this.#steps(job, failed)}
          </div>
          ${this.#foot(job)}
        </div>
      </dialog>`;
  }

  #head(job) {
    const failed = isFailed(job);
    return dialogHead({
      name: failed ? 'failed' : jobIcon(job),
      tone: statusOf(job.status).tone,
      title: `${jobName(job)} ${statusOf(job.status).label}`,
      about: failed ? outcome(job) : result(job),
      close: () => this.close(),
    });
  }

  #facts(job) {
    const facts = [
      ['VM', this.vm.vm_name],
      [
        'Started',
        html`<time-ago .at=${job.started_at}></time-ago>${job.started_by ? ` by ${job.started_by}` : ''}
          <span class="muted small">(${exact(job.started_at)})</span>`,
      ],
      isFailed(job) && job.failed_step
        ? ['Failed step', html`<span data-testid="error-failed-step">${job.failed_step}</span>`]
        : null,
      took(job) ? ['Took', took(job)] : null,
    ];
    return html`<dl class="facts wide">${facts.filter(Boolean).map(fact)}</dl>`;
  }

  #steps(job, folded) {
    if (!job.steps?.length) return nothing;
    const pipeline = html`<step-pipeline .steps=${job.steps}></step-pipeline>`;
    return folded
      ? html`<details class="fold"><summary>All ${job.steps.length} steps</summary>${pipeline}</details>`
      : pipeline;
  }

  /** What would mend this failure and is allowed now. */
  #mending(job) {
    if (!job || !isFailed(job) || !mayOperate(this.me) || this.vm.running_job_id) return [];
    return (MENDING[typeOf(job)] ?? []).filter((action) => this.vm.allowed_actions?.includes(action));
  }

  #foot(job) {
    const allowed = this.#mending(job);
    return html`<footer class="dialog-foot">
      ${allowed.map((action, at) => this.#action(action, at === 0))}
      <span class="grow"></span>
      <button type="button" class=${allowed.length ? 'spare' : ''} @click=${() => this.close()}>Close</button>
    </footer>`;
  }

  #action(action, first) {
    const [name, label, testId] = ACTIONS[action];
    return html`<button type="button" class=${first ? 'primary' : ''} data-testid=${testId}
      @click=${() => this.emit('asked', action)}>${icon(name)}${label}…</button>`;
  }

  #unknown() {
    return html`<dialog aria-labelledby="dialog-title" data-testid="job-dialog"><div class="dialog-body">
      ${dialogHead({ name: 'operation', tone: 'plain', title: 'Job', close: () => this.close() })}
      <div class="dialog-content">${problemView(this.problem)}</div>
      ${this.#foot(null)}</div></dialog>`;
  }
}

const fact = ([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`;

JobDialog.define('job-dialog');
