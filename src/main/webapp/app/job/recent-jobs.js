import { html, nothing, repeat } from '../lit.js';
import { testResult } from '../failover/outcome-words.js';
import { icon } from '../icons.js';
import { capitalized, wholePercent } from '../page/format.js';
import { PageElement } from '../page/page-element.js';
import { jobAddress } from '../page/route.js';
import '../page/time-ago.js';
import { hasEnded, isFailed, jobIcon, jobName, outcome, result, statusOfJob, took, typeOf } from '../words/job-words.js';

/** `<recent-jobs .contextId .jobs .current>`: replications, failovers and rollbacks of a VM in one list, newest first. */
class RecentJobs extends PageElement {
  static properties = { contextId: '', jobs: null, current: null };

  view() {
    return html`
      <section class="recent" aria-labelledby="recent-title">
        <h3 id="recent-title">Recent jobs</h3>
        ${this.#list()}
      </section>`;
  }

  #list() {
    if (!this.jobs) return html`<p class="muted loading" role="status">Loading…</p>`;
    if (!this.jobs.length) return html`<p class="empty card muted">Nothing has run on this VM yet.</p>`;
    return html`<ol class="jobs card">${repeat(
      this.jobs,
      (job) => job.job_id,
      (job) => html`<li>${this.#row(job)}</li>`,
    )}</ol>`;
  }

  #row(job) {
    const status = statusOfJob(job);
    const extra = sentence([result(job), took(job) && hasEnded(job) ? `took ${took(job)}` : '']);
    return html`
      <a class="job" href=${jobAddress(this.contextId, job.job_id)}
        aria-current=${job.job_id === this.current ? 'true' : 'false'}
        data-testid="recent-job" data-job-type=${typeOf(job)} data-status=${job.status}>
        <span class=${`badge small ${status.tone}`}>${icon(jobIcon(job))}</span>
        <span class="job-text">
          <span class="job-name">
            <strong>${jobName(job)}</strong>
            <span class=${`job-outcome ${status.tone}`}>${icon(status.icon)}${outcome(job)}</span>
            ${testResult(job.test_outcome)}
          </span>
          ${isFailed(job) ? failure(job) : nothing}
          ${job.warning ? html`<span data-testid="job-warning">${job.warning}</span>` : nothing}
          ${job.status === 'running' ? meter(job) : nothing}
          ${extra ? html`<span class="muted small">${extra}</span>` : nothing}
        </span>
        <time-ago class="muted small" .at=${job.started_at}></time-ago>
      </a>`;
  }
}

const meter = (job) =>
  html`<progress max="100" value=${wholePercent(job.progress)} aria-label=${`Progress of ${jobName(job)}`}></progress>`;

const sentence = (parts) => capitalized(parts.filter(Boolean).join(', '));

const failure = (job) => html`
  ${job.failed_step ? html`<span class="muted small">Step: ${job.failed_step}</span>` : nothing}
  ${job.error_message ? html`<span>${job.error_message}</span>` : nothing}
  ${
    job.actionable_steps?.length
      ? html`<span class="suggestion small">${icon('hint')}<span>${job.actionable_steps[0]}</span></span>`
      : nothing
  }`;

RecentJobs.define('recent-jobs');
