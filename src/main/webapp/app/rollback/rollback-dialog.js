import { html, nothing } from '../lit.js';
import { dialogHead } from '../page/dialog-head.js';
import { ModalElement } from '../page/modal-element.js';
import { Problem } from '../web/problem.js';
import { problemView } from '../web/problem-view.js';

/**
 * `<rollback-dialog .api .vm>`: says what a rollback does, and starts it. Tells `started` with the server's answer, or
 * `dismissed`.
 */
class RollbackDialog extends ModalElement {
  static properties = { api: null, vm: null, busy: false, problem: null };

  view() {
    return html`
      <dialog aria-labelledby="dialog-title" data-testid="rollback-dialog">
        <form class="dialog-body" @submit=${(e) => this.#start(e)}>
          ${dialogHead({ name: 'rollback', tone: 'warn', title: 'Roll back', about: this.vm.vm_name })}
          <div class="dialog-content stack">
            <p>This ends the failover and cleans up at the destination:</p>
            <ul>
              <li>The test VM, if there is one, is shut down and removed. What was changed inside it is lost.</li>
              <li>The replicated disks go back to how they were before the failover.</li>
              <li>The VM is then ready for the next failover.</li>
            </ul>
            ${
              this.vm.current_status === 'failed_over_live'
                ? nothing
                : html`<p class="muted">The source VM is not touched.</p>`
            }
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

  async #start(event) {
    event.preventDefault();
    if (this.busy) return;
    this.busy = true;
    this.problem = null;
    try {
      this.emit('started', await this.api.startRollback(this.vm.context_id));
    } catch (caught) {
      this.problem = Problem.of(caught);
    } finally {
      this.busy = false;
    }
  }
}

RollbackDialog.define('rollback-dialog');
