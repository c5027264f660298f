import { html, live, nothing } from '../lit.js';
import { dialogHead } from '../page/dialog-head.js';
import { ModalElement } from '../page/modal-element.js';
import { Problem } from '../web/problem.js';
import { problemView } from '../web/problem-view.js';
import { StartOnce } from '../web/start-once.js';
import { KINDS, kindOf, OPTIONS } from './failover-words.js';
import { isNamed, nameConfirmation } from './name-confirmation.js';
import { optionWarnings } from './option-warnings.js';
import './preflight-checks.js';

/** How a failover is started if nobody wishes otherwise. */
const USUAL = { live: false, finalSync: true, skipDrivers: false, powerOffSource: true };

/**
 * `<start-dialog .api .vm .wish .checks>`: asks which failover and how, checks it first if one wants, and starts it; the wish
 * is what it suggests, which `checks` has checked at once. Tells `started` with the server's answer, or `dismissed`.
 */
class StartDialog extends ModalElement {
  static properties = {
    api: null,
    vm: null,
    wish: null,
    checks: false,
    chosen: null,
    confirmation: '',
    unnamed: false,
    preflight: null,
    checking: false,
    busy: false,
    problem: null,
  };

  #once = new StartOnce();

  connectedCallback() {
    super.connectedCallback();
    this.chosen = { ...USUAL, ...this.wish };
    if (this.checks) this.#check();
  }

  view() {
    const { title, icon: name, tone, start } = KINDS[kindOf(this.chosen)];
    return html`
      <dialog aria-labelledby="dialog-title" data-testid="start-dialog">
        <form class="dialog-body" novalidate @submit=${(e) => this.#start(e)}>
          ${dialogHead({ name, tone, title, about: this.vm.vm_name })}
          <div class="dialog-content stack">
            ${this.#kinds()}
            ${this.#options()}
            ${this.chosen.live ? this.#confirmation() : nothing}
            ${this.preflight ? html`<preflight-checks .answer=${this.preflight}></preflight-checks>` : nothing}
            ${this.problem ? problemView(this.problem) : nothing}
          </div>
          <footer class="dialog-foot">
            <button type="button" aria-disabled=${this.checking} data-testid="preflight-run" @click=${() => this.#check()}>
              ${this.checking ? 'Checking…' : this.preflight ? 'Check again' : 'Check first'}</button>
            <span class="grow"></span>
            <button type="button" @click=${() => this.close()}>Cancel</button>
            <button class=${`primary ${this.chosen.live ? 'grave' : ''} ${this.#blocked ? 'blocked' : ''}`} type="submit" data-testid="start-confirm"
              aria-disabled=${this.busy || this.#blocked}>${this.busy ? 'Starting…' : start}</button>
          </footer>
        </form>
      </dialog>`;
  }

  #kinds() {
    const offered = ['test_failover', 'live_failover'].filter((kind) => this.vm.allowed_actions?.includes(kind));
    const kind = kindOf(this.chosen);
    return html`
      ${
        offered.length > 1
          ? html`<fieldset class="options kinds" @change=${(e) => this.#choose({ live: e.target.value === 'live_failover' })}>
              <legend class="unseen">Kind of failover</legend>
              ${offered.map((one) => kindOption(one, one === kind))}
            </fieldset>`
          : nothing
      }
      <p data-testid="start-about">${KINDS[kind].about(this.vm.vm_name, this.chosen)}</p>`;
  }

  #options() {
    const shown = OPTIONS.filter((option) => this.chosen.live || !option.liveOnly);
    return html`<fieldset class="options">
      <legend class="unseen">Options</legend>
      ${shown.map((option) => this.#option(option))}
      ${optionWarnings(this.chosen)}
    </fieldset>`;
  }

  #option({ key, name, about, testId }) {
    return html`<label class="option">
      <input type="checkbox" .checked=${live(Boolean(this.chosen[key]))} data-testid=${testId}
        @change=${(e) => this.#choose({ [key]: e.target.checked })}>
      <span><strong>${name}</strong><span class="muted small">${about(this.chosen)}</span></span>
    </label>`;
  }

  #confirmation() {
    return nameConfirmation({
      name: this.vm.vm_name,
      value: this.confirmation,
      missing: this.unnamed,
      changed: (text) => (this.confirmation = text),
    });
  }

  /** What was checked or tried before isn't what would be started now. */
  #choose(change) {
    this.chosen = { ...this.chosen, ...change };
    this.#once.renew();
    this.preflight = null;
    this.problem = null;
    this.unnamed = false;
  }

  /** A check that failed would fail the failover in its first step. */
  get #blocked() {
    return this.preflight?.result === 'fail';
  }

  get #request() {
    return { ...this.chosen, contextId: this.vm.context_id };
  }

  async #check() {
    if (this.checking) return;
    const asked = this.chosen;
    this.checking = true;
    this.problem = null;
    try {
      const answer = await this.api.preflight(this.#request);
      if (asked === this.chosen) this.preflight = answer;
    } catch (caught) {
      this.problem = Problem.of(caught);
    } finally {
      this.checking = false;
    }
  }

  async #start(event) {
    event.preventDefault();
    if (this.busy || this.#blocked) return;
    this.unnamed = this.chosen.live && !isNamed(this.confirmation, this.vm.vm_name);
    if (this.unnamed) return event.currentTarget.elements.confirmation.focus();
    this.busy = true;
    this.problem = null;
    try {
      this.emit('started', await this.#once.try((key) => this.api.startFailover(this.#request, key)));
    } catch (caught) {
      this.problem = Problem.of(caught);
    } finally {
      this.busy = false;
    }
  }
}

const kindOption = (kind, checked) => html`<label class="option">
  <input type="radio" name="kind" value=${kind} ?checked=${checked} data-testid=${`kind-${kind.replace('_', '-')}`}>
  <span><strong>${KINDS[kind].name}</strong><span class="muted small">${KINDS[kind].short}</span></span>
</label>`;

StartDialog.define('start-dialog');
