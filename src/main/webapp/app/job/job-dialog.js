import { html, nothing } from '../lit.js';
import { icon } from '../icons.js';
import { documentationLink } from '../explain/documentation-link.js';
import '../explain/failure-explanation.js';
import { quickActions, wantsAction } from '../explain/quick-actions.js';
import '../failover/test-outcome.js';
import { exact } from '../page/format.js';
import { dialogHead } from '../page/dialog-head.js';
import { ModalElement } from '../page/modal-element.js';
import '../page/time-ago.js';
import { mayOperate } from '../session/session.js';
import { Problem } from '../web/problem.js';
import { problemView } from '../web/problem-view.js';
import { StartOnce } from '../web/start-once.js';
import './failure-checks.js';
import { undoResult } from './undo-result.js';
import { jobRecord } from './job-record.js';
import {
  isCancelled,
  isFailed,
  isOurs,
  isCancelling,
  jobIcon,
  jobName,
  outcome,
  result,
  statusOfJob,
  took,
  typeOf,
} from '../words/job-words.js';
import { jobOrigin } from './job-origin.js';
import './step-pipeline.js';

/** Milliseconds until a server that was away is asked again. */
const PAUSE = 2500;

/** How often a failure that was not yet checked is asked for again: what is looked at after it takes some seconds. */
const MOST_LOOKS = 5;

/**
 * `<job-dialog .api .me .vm .jobId .listed .newest>`: one job in a window; for a failed one the explanation and, if it is
 * the VM's newest, what can be done about it now. Tells `dismissed`, `asked` with what a person chose to start, and how, or
 * `started` with the server's answer when it was started again.
 */
class JobDialog extends ModalElement {
  static properties = {
    api: null,
    me: null,
    vm: null,
    jobId: '',
    listed: null,
    newest: false,
    status: null,
    problem: null,
    loading: true,
    busy: false,
    refused: null,
    checked: null,
  };

  #once = new StartOnce();
  #later = 0;
  #looks = 0;

  connectedCallback() {
    super.connectedCallback();
    this.#load();
  }

  disconnectedCallback() {
    clearTimeout(this.#later);
    super.disconnectedCallback();
  }

  async #load() {
    if (this.listed && typeOf(this.listed) === 'replication') {
      this.loading = false;
      return;
    }
    try {
      this.status = await this.api.jobStatus(this.jobId);
      this.problem = null;
    } catch (caught) {
      this.problem = Problem.of(caught);
    }
    this.loading = false;
    if ((this.problem?.unreachable || this.#isUnchecked()) && this.isConnected) this.#later = setTimeout(() => this.#load(), PAUSE);
  }

  /** Whether it has just failed, so that what was looked at after it is still to come. */
  #isUnchecked() {
    const { status, checks, completed_at: at } = this.status ?? {};
    const fresh = status === 'failed' && !checks?.length && Date.now() - Date.parse(at) < MOST_LOOKS * PAUSE;
    return fresh && this.#looks++ < MOST_LOOKS;
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
            ${failed ? this.#explanation(job) : nothing}
            ${failed && this.status ? this.#checks() : nothing}
            ${this.status ? undoResult(job, this.vm, this.newest) : nothing}
            ${this.#testOutcome(job)}
            ${job.warning ? warning(job) : nothing}
            ${this.problem && this.problem.status !== 404 ? problemView(this.problem) : nothing}
            ${this.#steps(job, failed)}
            ${this.refused ? problemView(this.refused) : nothing}
          </div>
          ${this.#foot(job)}
        </div>
      </dialog>`;
  }

  #head(job) {
    const failed = isFailed(job);
    return dialogHead({
      name: failed ? 'failed' : jobIcon(job),
      tone: statusOfJob(job).tone,
      title: `${jobName(job)} ${statusOfJob(job).label}`,
      about: failed || isCancelled(job) ? outcome(job) : result(job),
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
    return html`<dl class="facts wide">${facts.filter(Boolean).map(fact)}</dl>${jobOrigin(job, this.vm.context_id)}`;
  }

  #testOutcome(job) {
    if (typeOf(job) !== 'test_failover' || job.status !== 'completed' || !isOurs(job) || !this.status) return nothing;
    return html`<test-outcome .api=${this.api} .me=${this.me} .jobId=${job.job_id} .outcome=${this.status.test_outcome}
      ></test-outcome>`;
  }

  #steps(job, folded) {
    if (!job.steps?.length) return nothing;
    const pipeline = html`<step-pipeline .steps=${job.steps} .cancelled=${isCancelled(job) || isCancelling(job)}
      ></step-pipeline>`;
    const planned = job.steps.filter((step) => !step.undo).length;
    return folded
      ? html`<details class="fold"><summary>All ${planned} steps${planned < job.steps.length ? ', and what was undone' : ''}</summary>${pipeline}</details>`
      : pipeline;
  }

  #explanation(job) {
    return html`<failure-explanation .job=${job} .vm=${this.vm} .current=${this.#isCurrent(job)}></failure-explanation>`;
  }

  /** What is so now; an operator can have it looked at again. */
  #checks() {
    return html`<failure-checks .api=${this.api} .status=${this.status} .mayAsk=${mayOperate(this.me)}
      @checked=${(e) => (this.checked = e.detail)}></failure-checks>`;
  }

  /** What was seen counts more than what the error promised: to start the same again helps where its cause is gone. */
  #offered(job) {
    const others = (job.actions ?? []).filter((name) => name !== 'retry');
    const gone = this.checked?.actions?.includes('retry');
    const actions = gone ? ['retry', ...others] : this.checked?.result === 'still_so' ? others : job.actions;
    return quickActions({ ...job, actions }, this.vm);
  }

  /** Whether it is for this person to mend it: an operator, and nothing newer has run. */
  #isCurrent(job) {
    return wantsAction(job) && this.newest && mayOperate(this.me);
  }

  #foot(job) {
    const offered = job && this.#isCurrent(job) && !this.loading ? this.#offered(job) : [];
    return html`<footer class="dialog-foot">
      ${offered.map((action, at) => this.#action(action, at === 0))}
      ${offered.length > 1 ? nothing : this.#close(offered.length === 1)}
    </footer>`;
  }

  /** The head has such a button too, so several actions get all the room. */
  #close(spare) {
    return html`<span class="grow"></span>
      <button type="button" class=${spare ? 'spare' : ''} @click=${() => this.close()}>Close</button>`;
  }

  /** What is started at once says so by its label; a live failover is never started by one click. */
  #action({ start, repeats: again, checks, wish, icon: name, label, testId }, first) {
    const atOnce = again && start !== 'live_failover';
    const ask = () => this.emit('asked', again ? { action: 'retry', jobId: this.status.job_id, wish } : { action: start, checks, wish });
    return html`<button type="button" class=${first ? 'primary' : ''} data-testid=${testId} aria-disabled=${atOnce && this.busy}
      @click=${() => (atOnce ? this.#retry() : ask())}>${icon(name)}${label}${atOnce ? '' : '…'}</button>`;
  }

  async #retry() {
    if (this.busy) return;
    this.busy = true;
    this.refused = null;
    try {
      this.emit('started', await this.#once.try((key) => this.api.retry(this.status.job_id, key)));
    } catch (caught) {
      this.refused = Problem.of(caught);
    } finally {
      this.busy = false;
    }
  }

  #unknown() {
    return html`<dialog aria-labelledby="dialog-title" data-testid="job-dialog"><div class="dialog-body">
      ${dialogHead({ name: 'operation', tone: 'plain', title: 'Job', close: () => this.close() })}
      <div class="dialog-content">${problemView(this.problem)}</div>
      ${this.#foot(null)}</div></dialog>`;
  }
}

/** What failed although the job was completed; its step knows more. */
function warning(job) {
  const step = job.steps?.find((one) => one.status === 'failed');
  return html`<div class="notice warn" data-testid="job-warning">
    ${icon('attention')}
    <div class="stack tight">
      <strong>${job.warning}</strong>
      ${step?.error_reason ? html`<p>${step.error_reason}</p>` : nothing}
      ${documentationLink(step?.documentation)}
    </div>
  </div>`;
}

const fact = ([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`;

JobDialog.define('job-dialog');
