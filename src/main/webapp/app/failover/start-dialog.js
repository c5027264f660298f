import { html, nothing } from '../lit.js';
import { icon } from '../icons.js';
import { dialogHead } from '../page/dialog-head.js';
import { ModalElement } from '../page/modal-element.js';
import { Problem } from '../web/problem.js';
import { problemView } from '../web/problem-view.js';

/** How a test failover is started if nobody wishes otherwise. */
const USUAL = { finalSync: true, skipDrivers: false };

/**
 * `<start-dialog .api .vm .wish>`: asks how, and starts a test failover; the wish is what it suggests. Tells `started`
 * with the server's answer, or `dismissed`.
 */
class StartDialog extends ModalElement {
  static properties = { api: null, vm: null, wish: null, skipDrivers: false, busy: false, problem: null };

  connectedCallback() {
    super.connectedCallback();
    this.skipDrivers = this.#suggested.skipDrivers;
  }

  get #suggested() {
    return this.wish ?? USUAL;
  }

  view() {
    return html`
      <dialog aria-labelledby="dialog-title" data-testid="start-dialog">
        <form class="dialog-body" @submit=${(e) => this.#start(e)}>
          ${dialogHead({ name: 'test', tone: 'busy', title: 'Start test failover', about: this.vm.vm_name })}
          <div class="dialog-content stack">
            <p>A copy of <strong>${this.vm.vm_name}</strong> is started at the destination, in its test network.
              The VM itself keeps running. A rollback removes the copy.</p>
            ${this.#options()}
            ${this.problem ? problemView(this.problem) : nothing}
          </div>
          <footer class="dialog-foot">
            <span class="grow"></span>
            <button type="button" @click=${() => this.close()}>Cancel</button>
            <button class="primary" type="submit" aria-disabled=${this.busy} data-testid="start-confirm">
              ${this.busy ? 'Starting…' : 'Start test failover'}</button>
          </footer>
        </form>
      </dialog>`;
  }

  #options() {
    return html`<fieldset class="options">
      <legend class="unseen">Options</legend>
      <label class="option">
        <input type="checkbox" name="finalSync" ?checked=${this.#suggested.finalSync} data-testid="option-final-sync">
        <span>
          <strong>Final synchronization</strong>
          <span class="muted small">Copies the latest changes first, so that the test uses today's data.
            Takes a little longer.</span>
        </span>
      </label>
      <label class="option">
        <input type="checkbox" name="skipDrivers" ?checked=${this.#suggested.skipDrivers} data-testid="option-skip-drivers"
          @change=${(e) => (this.skipDrivers = e.target.checked)}>
        <span>
          <strong>Without driver installation</strong>
          <span class="muted small">Leaves out the drivers that Windows needs at the destination.</span>
        </span>
      </label>
      ${this.skipDrivers ? driverWarning : nothing}
    </fieldset>`;
  }

  async #start(event) {
    event.preventDefault();
    if (this.busy) return;
    const { finalSync, skipDrivers } = event.currentTarget.elements;
    this.busy = true;
    this.problem = null;
    try {
      const wish = { contextId: this.vm.context_id, finalSync: finalSync.checked, skipDrivers: skipDrivers.checked };
      this.emit('started', await this.api.startTestFailover(wish));
    } catch (caught) {
      this.problem = Problem.of(caught);
    } finally {
      this.busy = false;
    }
  }
}

const driverWarning = html`<p class="notice warn" role="status">
  ${icon('attention')}
  <span>Windows will not start at the destination unless these drivers are already installed in it. Choose this only if
    they are, or if the VM does not run Windows.</span>
</p>`;

StartDialog.define('start-dialog');
