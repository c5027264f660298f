import { html, keyed, nothing } from '../lit.js';
import { testResult } from '../failover/outcome-words.js';
import { icon } from '../icons.js';
import { failedAt, isCancelled, isFailed, jobName, statusOf } from '../words/job-words.js';
import '../job/running-brief.js';
import { PageElement } from '../page/page-element.js';
import { vmAddress } from '../page/route.js';
import '../page/time-ago.js';
import { system } from './os-words.js';
import { stateOf } from './vm-words.js';

/** `<vm-row .api .vm .selected .live>`: one VM in the list, with its running job if that is known; a link to its details. */
class VmRow extends PageElement {
  static properties = { api: null, vm: null, selected: false, live: null };

  view() {
    const { vm } = this;
    const state = stateOf(vm);
    return html`
      <a class="row" href=${vmAddress(vm.context_id)} aria-current=${this.selected ? 'true' : 'false'}
        data-testid="vm-row" data-vm=${vm.vm_name} data-context=${vm.context_id}>
        <span class="row-name">
          <strong title=${vm.vm_name}>${vm.vm_name}</strong>
          <span class="muted small">${system(vm.os_type) || 'Unknown system'}</span>
        </span>
        <span class=${`state ${state.tone}`} data-testid="vm-state">${icon(state.icon)}${state.label}</span>
        <span class="row-last">${this.#last()}</span>
        ${icon('forward')}
      </a>`;
  }

  #last() {
    const running = this.vm.running_job_id;
    if (running)
      return keyed(running, html`<running-brief .api=${this.api} .jobId=${running} .told=${this.live}></running-brief>`);
    const job = this.vm.last_operation;
    if (!job) return html`<span class="muted small">No failover recorded</span>`;
    const status = statusOf(job.status);
    return html`
      <span class="row-outcome">
        <span class=${`tint ${status.tone}`}>${icon(status.icon)}</span>
        <span>${jobName(job)} ${status.label.toLowerCase()}${isFailed(job) || isCancelled(job) ? ` at ${failedAt(job)}` : ''}
          ${testResult(job.test_outcome)}
          <time-ago class="muted small" .at=${job.timestamp}></time-ago></span>
      </span>
      ${job.error_message ? html`<span class="row-why muted small">${job.error_message}</span>` : nothing}`;
  }
}

VmRow.define('vm-row');
