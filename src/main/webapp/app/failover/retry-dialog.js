import { html, nothing } from '../lit.js';
import { dialogHead } from '../page/dialog-head.js';
import { ModalElement } from '../page/modal-element.js';
import { Problem } from '../web/problem.js';
import { problemView } from '../web/problem-view.js';
import { StartOnce } from '../web/start-once.js';
import { KINDS, OPTIONS } from './failover-words.js';
import { isNamed, nameConfirmation } from './name-confirmation.js';
import { optionWarnings } from './option-warnings.js';

/**
 * `<retry-dialog .api .vm .jobId .wish>`: asks once more before a live failover is started again as it was; the wish is how
 * that was. Tells `started` with the server's answer, or `dismissed`.
 */
class RetryDialog extends ModalElement {
  static properties = {
    api: null,
    vm: null,
    jobId: '',
    wish: null,
    confirmation: '',
    unnamed: false,
    busy: false,
    problem: null,
  };

  #once = new StartOnce();

  view() {
    const { icon: name, tone, about } = KINDS.live_failover;
    return html`
      <dialog aria-labelledby="dialog-title" data-testid="retry-dialog">
        <form class="dialog-body" novalidate @submit=${(e) => this.#start(e)}>
          ${dialogHead({ name, tone, title: 'Start the live failover again', about: this.vm.vm_name })}
          <div class="dialog-content stack">
            <p data-testid="retry-about">${about(this.vm.vm_name, this.wish)}</p>
            <div class="stack tight">
              <p class="muted">The options are the same as before:</p>
              <ul data-testid="retry-options">${OPTIONS.map(({ key, said }) => html`<li>${said(this.wish[key])}</li>`)}</ul>
            </div>
            ${optionWarnings({ live: true, ...this.wish })}
            ${nameConfirmation({
              name: this.vm.vm_name,
              value: this.confirmation,
              missing: this.unnamed,
              changed: (text) => (this.confirmation = text),
            })}
            ${this.problem ? problemView(this.problem) : nothing}
          </div>
          <footer class="dialog-foot">
            <span class="grow"></span>
            <button type="button" @click=${() => this.close()}>Cancel</button>
            <button class="primary grave" type="submit" aria-disabled=${this.busy} data-testid="retry-confirm">
              ${this.busy ? 'Starting…' : 'Start again'}</button>
          </footer>
        </form>
      </dialog>`;
  }

  async #start(event) {
    event.preventDefault();
    if (this.busy) return;
    this.unnamed = !isNamed(this.confirmation, this.vm.vm_name);
    if (this.unnamed) return event.currentTarget.elements.confirmation.focus();
    this.busy = true;
    this.problem = null;
    try {
      this.emit('started', await this.#once.try((key) => this.api.retry(this.jobId, key)));
    } catch (caught) {
      this.problem = Problem.of(caught);
    } finally {
      this.busy = false;
    }
  }
}

RetryDialog.define('retry-dialog');
