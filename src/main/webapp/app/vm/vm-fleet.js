import { html, keyed, nothing } from '../lit.js';
import { hasEnded } from '../words/job-words.js';
import { PageElement } from '../page/page-element.js';
import { Poll, RARELY } from '../page/poll.js';
import { Problem } from '../web/problem.js';
import { problemView } from '../web/problem-view.js';
import './vm-detail.js';
import './vm-list.js';

const QUICK = 3000;
const CALM = 10_000;

/**
 * `<vm-fleet .api .me .route>`: all VMs, and beside or instead of them (on a narrow screen) the one the address names.
 */
class VmFleet extends PageElement {
  static properties = { api: null, me: null, route: null, vms: null, truncated: false, live: null, problem: null };

  #poll = new Poll(
    () => this.#refresh(),
    (flows) => (flows ? RARELY : this.vms?.some((vm) => vm.running_job_id) ? QUICK : CALM),
    () => this.api.feed,
    (event) => event.type === 'job' && this.#concerns(event.detail),
  );
  #running = new Set();
  #turn = 0;
  #newer = new Map();
  #shown = null;

  connectedCallback() {
    super.connectedCallback();
    this.#shown = this.route.contextId;
    this.#poll.start();
  }

  disconnectedCallback() {
    this.#poll.stop();
  }

  view() {
    const { contextId } = this.route;
    return html`
      <div class=${contextId ? 'fleet with-detail' : 'fleet'} @vm-changed=${(e) => this.#take(e.detail)}
        @job-progress=${(e) => (this.live = e.detail)} @job-ended=${() => this.#refresh()}>
        <section class="fleet-list" aria-label="Virtual machines">${this.#list()}</section>
        ${
          contextId
            ? html`<section class="fleet-detail" aria-label="Selected virtual machine">
              ${keyed(
                contextId,
                html`<vm-detail .api=${this.api} .me=${this.me} .contextId=${contextId} .jobId=${this.route.jobId}
                .listed=${this.vms?.find((vm) => vm.context_id === contextId) ?? null}></vm-detail>`,
              )}
            </section>`
            : nothing
        }
      </div>`;
  }

  #list() {
    if (!this.vms && this.problem) return problemView(this.problem, () => this.#refresh());
    if (!this.vms) return html`<p class="muted loading" role="status">Loading virtual machines…</p>`;
    return html`
      ${this.problem && !this.problem.unreachable ? problemView(this.problem) : nothing}
      <vm-list .api=${this.api} .vms=${this.vms} .truncated=${this.truncated} .selected=${this.route.contextId}
        .live=${this.#live}></vm-list>`;
  }

  /** The selected VM's job as new as its pipeline shows it; a VM that is left has nobody who keeps it new. */
  get #live() {
    return this.live?.context_id === this.route.contextId ? this.live : null;
  }

  drawn() {
    document.title = this.#title();
    if (this.#shown === this.route.contextId) return;
    const left = this.#shown;
    this.#shown = this.route.contextId;
    if (!this.#shown) this.querySelector(`[data-context="${CSS.escape(left)}"]`)?.focus();
  }

  #title() {
    const vm = this.vms?.find((one) => one.context_id === this.route.contextId);
    return vm ? `${vm.vm_name} · Clearover` : 'Clearover';
  }

  /** Calls for asking anew when something begins or ends; the rows show themselves how far it is. */
  #concerns(job) {
    if (hasEnded(job)) return true;
    const begins = !this.#running.has(job.job_id);
    this.#running.add(job.job_id);
    return begins;
  }

  async #refresh() {
    const turn = ++this.#turn;
    this.#newer = new Map();
    try {
      const { vm_contexts: vms, truncated } = await this.api.vms();
      if (turn !== this.#turn) return;
      this.vms = vms.map((vm) => this.#newer.get(vm.context_id) ?? vm);
      this.truncated = truncated;
      this.problem = null;
    } catch (caught) {
      if (turn === this.#turn) this.problem = Problem.of(caught);
    }
  }

  /** The detail knows its VM newer than the list does, and than an answer does that was asked for before. */
  #take(vm) {
    this.#newer.set(vm.context_id, vm);
    this.vms = this.vms?.map((one) => (one.context_id === vm.context_id ? vm : one)) ?? null;
  }
}

VmFleet.define('vm-fleet');
