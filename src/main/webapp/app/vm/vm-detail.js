import { html, keyed, nothing } from '../lit.js';
import { icon } from '../icons.js';
import '../failover/retry-dialog.js';
import '../failover/start-dialog.js';
import '../job/job-dialog.js';
import '../job/live-job.js';
import { hasEnded, isNewest, jobName, outcome } from '../words/job-words.js';
import '../job/recent-jobs.js';
import { PageElement } from '../page/page-element.js';
import { Poll, RARELY } from '../page/poll.js';
import { fleetAddress, vmAddress } from '../page/route.js';
import '../rollback/rollback-dialog.js';
import { takesBackLive } from '../rollback/rollback-words.js';
import { Problem } from '../web/problem.js';
import { problemView } from '../web/problem-view.js';
import './last-operation.js';
import './vm-actions.js';
import './vm-head.js';

const QUICK = 2500;
const CALM = 10_000;

/**
 * `<vm-detail .api .me .contextId .jobId .listed>`: one VM, what runs on it, what ran last, what can be done now. What the
 * list knows of it (`listed`) is shown until the element has asked itself; it tells `vm-changed`. A jobId opens that job's
 * window.
 */
class VmDetail extends PageElement {
  static properties = {
    api: null,
    me: null,
    contextId: '',
    jobId: null,
    listed: null,
    own: null,
    live: null,
    jobs: null,
    problem: null,
    asking: null,
    warned: null,
  };

  #poll = new Poll(
    () => this.#refresh(),
    (flows) => (flows ? RARELY : this.vm?.running_job_id ? QUICK : CALM),
    () => this.api.feed,
    (event) => event.type === 'job' && this.#concerns(event.detail),
  );
  #turn = 0;
  #focus = 'name';

  connectedCallback() {
    super.connectedCallback();
    if (!document.activeElement?.closest('[data-testid="vm-row"]')) this.#focus = null;
    this.#poll.start();
  }

  disconnectedCallback() {
    this.#poll.stop();
  }

  get vm() {
    return this.own ?? this.listed;
  }

  view() {
    return html`
      <p class="back"><a href=${fleetAddress}>${icon('back')}All virtual machines</a></p>
      ${this.vm ? this.#vm() : this.#noVm()}`;
  }

  #noVm() {
    return this.problem
      ? problemView(this.problem, this.problem.status === 404 ? null : () => this.#refresh())
      : html`<p class="muted loading" role="status">Loading…</p>`;
  }

  #vm() {
    const { vm } = this;
    return html`
      <vm-head .vm=${vm}></vm-head>
      ${this.problem && !this.problem.unreachable ? problemView(this.problem) : nothing}
      <vm-actions .me=${this.me} .vm=${vm} @asked=${(e) => (this.asking = { action: e.detail })}></vm-actions>
      ${this.#warnings()}
      ${this.#now()}
      <recent-jobs .contextId=${this.contextId} .jobs=${this.#jobsNow()} .current=${this.jobId}></recent-jobs>
      ${this.#window()}`;
  }

  /** Calls for asking anew when something begins or ends here; the progress of a replication is taken as it is told. */
  #concerns(job) {
    if (job.context_id !== this.contextId) return false;
    const listed = this.jobs?.find((one) => one.job_id === job.job_id);
    if (!listed || hasEnded(job)) return true;
    if (job.operation_type === 'replication') {
      const now = { ...listed, status: job.status, progress: job.progress };
      this.jobs = this.jobs.map((one) => (one === listed ? now : one));
    }
    return false;
  }

  /** The list, with the running job as new as the pipeline above shows it. */
  #jobsNow() {
    const { live } = this;
    return this.jobs?.map((job) =>
      live && job.job_id === live.job_id && !hasEnded(job)
        ? { ...job, ...pick(live, 'status', 'progress', 'steps_completed', 'queue_position', 'cancel_requested') }
        : job,
    );
  }

  /** What runs, else what ran last. */
  #now() {
    const { vm } = this;
    if (vm.running_job_id) {
      const listed = this.jobs?.find((job) => job.job_id === vm.running_job_id) ?? null;
      return keyed(
        vm.running_job_id,
        html`<live-job .api=${this.api} .me=${this.me} .jobId=${vm.running_job_id} .listed=${listed}
        @job-progress=${(e) => (this.live = e.detail)} @job-ended=${() => this.#refresh()}></live-job>`,
      );
    }
    return html`<last-operation .me=${this.me} .vm=${vm} .jobs=${this.jobs}></last-operation>`;
  }

  /** What the server said when the job was started that runs now or ran last. */
  #warnings() {
    const { vm, warned } = this;
    const job = vm.running_job_id ?? vm.last_operation?.job_id;
    if (!warned?.texts.length || warned.jobId !== job) return nothing;
    return html`<div class="notice warn" role="status" data-testid="start-warnings">
      ${icon('attention')}<ul class="stack tight">${warned.texts.map((text) => html`<li>${text}</li>`)}</ul></div>`;
  }

  #window() {
    const { vm } = this;
    const done = () => (this.asking = null);
    const started = (e) => this.#started(e.detail);
    if (['test_failover', 'live_failover'].includes(this.asking?.action)) {
      const wish = { live: this.asking.action === 'live_failover', ...this.asking.wish };
      return html`<start-dialog .api=${this.api} .vm=${vm} .wish=${wish} .checks=${Boolean(this.asking.checks)} @dismissed=${done}
        @started=${started}></start-dialog>`;
    }
    if (this.asking?.action === 'retry') {
      return html`<retry-dialog .api=${this.api} .vm=${vm} .jobId=${this.asking.jobId} .wish=${this.asking.wish} @dismissed=${done} @started=${started}></retry-dialog>`;
    }
    if (this.asking?.action === 'rollback') {
      return html`<rollback-dialog .api=${this.api} .vm=${vm} .live=${takesBackLive(vm, this.jobs)} @dismissed=${done} @started=${started}></rollback-dialog>`;
    }
    if (!this.jobId || !this.jobs || this.jobId === vm.running_job_id) return nothing;
    return keyed(
      this.jobId,
      html`<job-dialog .api=${this.api} .me=${this.me} .vm=${vm} .jobId=${this.jobId} .listed=${this.#listed()}
      .newest=${isNewest(this.#listed(), this.jobs)} @dismissed=${() => this.#leaveJob()} @asked=${(e) => this.#askFromJob(e.detail)}
      @started=${(e) => this.#startedFromJob(e.detail)} @outcome-recorded=${() => this.#refresh()}></job-dialog>`,
    );
  }

  #listed() {
    return this.jobs.find((job) => [job.job_id, job.external_job_id].includes(this.jobId)) ?? null;
  }

  #leaveJob() {
    location.hash = vmAddress(this.contextId);
  }

  #askFromJob(asked) {
    this.#leaveJob();
    this.asking = asked;
  }

  #startedFromJob(answer) {
    this.#leaveJob();
    this.#started(answer);
  }

  #started(answer) {
    this.asking = null;
    this.warned = { jobId: answer.job_id, texts: answer.warnings ?? [] };
    this.#focus = 'job';
    this.#take({ ...this.vm, running_job_id: answer.job_id, allowed_actions: [] });
    this.emit('announce', answer.message);
    this.#refresh();
  }

  async #refresh() {
    const turn = ++this.#turn;
    try {
      const [vm, { jobs }] = await Promise.all([this.api.vm(this.contextId), this.api.recentJobs(this.contextId)]);
      if (turn !== this.#turn) return;
      this.jobs = jobs;
      this.problem = null;
      this.#take(vm);
    } catch (caught) {
      if (turn === this.#turn) this.problem = Problem.of(caught);
    }
  }

  #take(vm) {
    const ended = this.own?.running_job_id && !vm.running_job_id;
    this.own = vm;
    this.emit('vm-changed', vm);
    if (!ended) return;
    if (this.querySelector('live-job')?.contains(document.activeElement)) this.#focus = 'outcome';
    if (vm.last_operation) this.emit('announce', inOneLine(vm.last_operation));
  }

  /** The focus follows what a person did: to the VM they chose, the job they started, the outcome they watched. */
  drawn() {
    const place = { name: 'h2[tabindex]', job: 'live-job h3', outcome: 'last-operation h3' }[this.#focus];
    queueMicrotask(() => {
      const element = place && this.querySelector(place);
      if (!element) return;
      if (this.#focus === 'name') scrollTo(0, 0);
      element.focus({ preventScroll: this.#focus === 'name' });
      this.#focus = null;
    });
  }
}

const pick = (object, ...names) => Object.fromEntries(names.map((name) => [name, object[name]]));

const inOneLine = (job) => [`${jobName(job)}: ${outcome(job)}`, job.error_message].filter(Boolean).join('. ');

VmDetail.define('vm-detail');
