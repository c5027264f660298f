import { html, nothing } from '../lit.js';
import { dialogHead } from '../page/dialog-head.js';
import { ModalElement } from '../page/modal-element.js';
import { Problem } from '../web/problem.js';
import { problemView } from '../web/problem-view.js';
import { StartOnce } from '../web/start-once.js';
import { effects, intro } from './rollback-words.js';

/**
 * `<rollback-dialog .api .vm .live>`: says what a rollback does, and starts it; `live` tells that it takes back a live
 * failover. Tells `started` with the server's answer, or `dismissed`.
 */
class RollbackDialog extends ModalElement {
  static properties = { api: null, vm: null, live: false, powerOn: true, busy: false, problem: null };

  #once = new StartOnce();

  view() {
    return html`
      <dialog aria-labelledby="dialog-title" data-testid="rollback-dialog">
        <form class="dialog-body" @submit=${(e) => this.#start(e)}>
          ${dialogHead({ name: 'rollback', tone: 'warn', title: 'Roll back', about: this.vm.vm_name })}
          <div class="dialog-content stack">
            <p data-testid="rollback-about">${intro(this.vm, this.live)}</p>
            <ul>${effects(this.vm, this.live).map((effect) => html`<li>${effect}</li>`)}</ul>
            ${this.live ? this.#source() : html`<p class="muted">The source VM is not touched.</p>`}
            ${this.problem ? problemView(this.problem) : nothing}
          </div>
          <footer class="dialog-foot">
            <span class="grow"></span>
            <button type="button" @click=${() => this.close()}>Cancel</button>
            <button class="primary" type="submit" aria-disabled=${this.busy} data-testid="rollback-confirm">
              ${this.busy ? 'Starting…' : 'Roll back'}</button>
          </footer>
        </form>
      </dialog>`;
  }

  #source() {
    return html`<fieldset class="options">
      <legend class="unseen">Options</legend>
      <label class="option">
        <input type="checkbox" ?checked=${this.powerOn} data-testid="option-power-on-source"
          @change=${(e) => this.#choose(e.target.checked)}>
        <span>
          <strong>Switch the source VM on again</strong>
          <span class="muted small">${
            this.powerOn
              ? 'It goes on with the data it had when it was switched off.'
              : 'It stays off until somebody switches it on.'
          }</span>
        </span>
      </label>
    </fieldset>`;
  }

  /** What was tried before isn't what would be started now. */
  #choose(powerOn) {
    this.powerOn = powerOn;
    this.#once.renew();
  }

  async #start(event) {
    event.preventDefault();
    if (this.busy) return;
    this.busy = true;
    this.problem = null;
    try {
      const wish = { contextId: this.vm.context_id, powerOnSource: this.live && this.powerOn };
      this.emit('started', await this.#once.try((key) => this.api.startRollback(wish, key)));
    } catch (caught) {
      this.problem = Problem.of(caught);
    } finally {
      this.busy = false;
    }
  }
}

RollbackDialog.define('rollback-dialog');
