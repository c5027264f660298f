import { html, nothing } from '../lit.js';
import { icon } from '../icons.js';
import { undoResult } from '../job/undo-result.js';
import {
  hasEnded,
  isCancelled,
  isFailed,
  isFailover,
  jobName,
  outcome,
  result,
  statusOfJob,
  took,
  typeOf,
} from '../words/job-words.js';
import { PageElement } from '../page/page-element.js';
import { jobAddress } from '../page/route.js';
import '../page/time-ago.js';
import { mayOperate } from '../session/session.js';

/**
 * `<last-operation .me .vm .jobs>`: how the VM's last failover, rollback or replication ended, as the server keeps it; if it keeps
 * none (expired, or not yet seen), the newest failover or rollback of the jobs.
 */
class LastOperation extends PageElement {
  static properties = { me: null, vm: null, jobs: null };

  view() {
    const job = this.vm.last_operation ?? newestOf(this.jobs);
    if (!job) return this.jobs ? none : nothing;
    const status = statusOfJob(job);
    return html`
      <section class=${`card outcome ${status.tone}`} aria-label="Last operation" data-testid="last-operation"
        data-status=${job.status}>
        <span class=${`badge ${status.tone}`}>${icon(status.icon)}</span>
        <div class="stack">
          <div>
            <h3 tabindex="-1">${jobName(job)} ${status.label.toLowerCase()}</h3>
            <p class="muted small">${about(job)}Ended <time-ago .at=${job.timestamp}></time-ago>${more(job)}.</p>
          </div>
          ${isFailed(job) ? this.#why(job) : nothing}
          ${job.warning ? html`<p><strong>${job.warning}</strong></p>` : nothing}
          ${undoResult(job, this.vm, true)}
          <div><a class="button" href=${jobAddress(this.vm.context_id, job.job_id)} data-testid="last-operation-open">
            ${this.#more(job)}${icon('forward')}</a></div>
        </div>
      </section>`;
  }

  #more(job) {
    if (isFailed(job)) return 'What happened and what to do';
    const testable = this.vm.current_status === 'failed_over_test' && isFailover(job) && mayOperate(this.me);
    if (testable) return 'Its steps, and the outcome of the test';
    return typeOf(job) === 'replication' ? 'See its details' : 'See its steps';
  }

  #why(job) {
    const [first] = job.actionable_steps ?? [];
    return html`
      <div class="stack tight">
        <p><strong data-testid="last-operation-message">${job.error_message ?? 'It failed.'}</strong>
          ${job.failed_step ? html`<span class="muted">in “${job.failed_step}”</span>` : nothing}</p>
        ${first ? html`<p class="suggestion">${icon('hint')}<span>${first}</span></p>` : nothing}
      </div>`;
  }
}

const none = html`<section class="card outcome" aria-label="Last operation" data-testid="last-operation">
  <span class="badge plain">${icon('pending')}</span>
  <div><h3 tabindex="-1">No failover or rollback yet</h3>
  <p class="muted">A test failover shows whether this VM would start at the destination, without touching the VM itself.</p></div>
</section>`;

/** The newest ended failover or rollback of a list, in the form of a last operation. */
function newestOf(jobs) {
  const job = jobs?.find((one) => ['test_failover', 'live_failover', 'rollback'].includes(typeOf(one)) && hasEnded(one));
  return job && { ...job, timestamp: job.completed_at };
}

function about(job) {
  const said = isFailed(job) || isCancelled(job) ? outcome(job) : result(job);
  return said ? `${said}. ` : '';
}

const more = (job) =>
  `${took(job) ? `, took ${took(job)}` : ''}${job.started_by ? `, started by ${job.started_by}` : ''}`;

LastOperation.define('last-operation');
