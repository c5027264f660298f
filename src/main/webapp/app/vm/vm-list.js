import { html, nothing, repeat } from '../lit.js';
import { icon } from '../icons.js';
import { PageElement } from '../page/page-element.js';
import { attentionFirst, fits, GROUPS, groupOf } from './vm-words.js';
import './vm-row.js';

/**
 * `<vm-list .api .vms .truncated .selected .live>`: how the fleet is in one line, a search, and the VMs, those first that want
 * a person. When truncated, there are more VMs than are listed.
 */
class VmList extends PageElement {
  static properties = { api: null, vms: [], truncated: false, selected: null, live: null, search: '', group: null };

  view() {
    if (!this.vms.length) return empty;
    const shown = attentionFirst(this.vms).filter(
      (vm) => (!this.group || groupOf(vm) === this.group) && fits(vm, this.search),
    );
    return html`
      <div class="list-head">
        <h2>Virtual machines</h2>
        <p class="muted" data-testid="fleet-summary">${summary(this.vms)}</p>
        ${this.truncated ? tooMany(this.vms.length) : nothing}
      </div>
      <div class="tiles" role="group" aria-label="Show only">${GROUPS.map((group) => this.#tile(group))}</div>
      <label class="search">
        ${icon('discovered')}<span class="unseen">Search virtual machines</span>
        <input type="search" placeholder="Search by name, system, vCenter, state" data-testid="vm-search"
          .value=${this.search} @input=${(e) => (this.search = e.target.value)}>
      </label>
      <p class="unseen" role="status">${shown.length} of ${this.vms.length} shown</p>
      ${
        shown.length
          ? html`<ul class="rows card">${repeat(
              shown,
              (vm) => vm.context_id,
              (vm) => html`<li>
            <vm-row .api=${this.api} .vm=${vm} .selected=${vm.context_id === this.selected}
              .live=${vm.running_job_id === this.live?.job_id ? this.live : null}></vm-row></li>`,
            )}</ul>`
          : this.#nothingFits()
      }`;
  }

  #tile({ key, label, tone, icon: name }) {
    const count = this.vms.filter((vm) => groupOf(vm) === key).length;
    if (!count && key === 'other') return nothing;
    const pressed = this.group === key;
    return html`<button type="button" class=${`tile ${count ? tone : 'plain'}`} aria-pressed=${pressed}
      data-testid=${`group-${key}`} @click=${() => (this.group = pressed ? null : key)}>
      <span class="tile-count">${icon(name)}${count}</span><span class="tile-label">${label}</span>
    </button>`;
  }

  #nothingFits() {
    return html`<div class="empty card">
      <p>No virtual machine fits.</p>
      <button type="button" @click=${() => {
        this.search = '';
        this.group = null;
      }}>Show all</button>
    </div>`;
  }
}

const empty = html`<div class="empty card" data-testid="no-vms">
  ${icon('server')}
  <h2>No virtual machines yet</h2>
  <p class="muted">They appear here as soon as the appliance has discovered them.</p>
</div>`;

function tooMany(listed) {
  return html`<p class="muted" data-testid="fleet-truncated">There are more virtual machines than can be listed: these are
    the first ${listed.toLocaleString('en')} by name.</p>`;
}

function summary(vms) {
  const count = vms.filter((vm) => groupOf(vm) === 'attention').length;
  return `${count || 'None'} of ${vms.length} ${count > 1 ? 'need' : 'needs'} attention.`;
}

VmList.define('vm-list');
