import { html, nothing } from '../lit.js';
import { icon } from '../icons.js';
import { jobName } from '../words/job-words.js';
import { copied, copy } from '../page/clipboard.js';
import { PageElement } from '../page/page-element.js';

/** `<admin-reference .job .vm>`: copies what an administrator needs to find a failure, and shows what was copied. */
class AdminReference extends PageElement {
  static properties = { job: null, vm: null, shown: false, copied: '' };

  #wanted = false;

  view() {
    return html`
      <div class="copy">
        <button type="button" data-testid="error-contact-admin" @click=${() => this.#copy()}>
          ${icon('copy')}Copy for your administrator</button>
        <span class="muted small" role="status">${this.copied}</span>
      </div>
      ${
        this.shown
          ? html`<pre tabindex="0" aria-label="Reference" data-testid="error-reference">${reference(this.job, this.vm)}</pre>`
          : nothing
      }`;
  }

  /** The reference is shown first: where there is no clipboard, it is selected. */
  #copy() {
    this.#wanted = true;
    this.shown = true;
    this.redraw();
  }

  async drawn() {
    if (!this.#wanted) return;
    this.#wanted = false;
    this.copied = copied(await copy(reference(this.job, this.vm), this.querySelector('pre')));
  }
}

const reference = (job, vm) =>
  [
    ['Job', job.external_job_id ? `${job.external_job_id} (${job.job_id})` : job.job_id],
    ['VM', vm.vm_name],
    ['Operation', jobName(job)],
    ['Failed step', job.failed_step],
    ['Time', job.completed_at ?? job.started_at],
    ['Message', job.error_message],
  ]
    .filter(([, value]) => value)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');

AdminReference.define('admin-reference');
