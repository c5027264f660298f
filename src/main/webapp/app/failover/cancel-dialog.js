import { html } from '../lit.js';
import { typeOf } from '../words/job-words.js';
import { dialogHead } from '../page/dialog-head.js';
import { ModalElement } from '../page/modal-element.js';
import { Problem } from '../web/problem.js';
import { problemView } from '../web/problem-view.js';

/**
 * `<cancel-dialog .api .job>`: says what cancelling a failover does, and asks for it. Tells `cancelling` once the server has
 * agreed, or `dismissed`.
 */
class CancelDialog extends ModalElement {
  static properties = { api: null, job: null, busy: false, problem: null };

  view() {
    return html`
      <dialog aria-labelledby="dialog-title" data-testid="cancel-dialog">
        <form class="dialog-body" @submit=${(e) => this.#cancel(e)}>
          ${dialogHead({ name: 'cancelled', tone: 'warn', title: 'Cancel the failover', about: this.job.vm_name })}
          <div class="dialog-content stack">
            <p>The failover stops as soon as it safely can. What it has done until then is undone, step by step, and the VM
              is ready for the next failover.${
                typeOf(this.job) === 'live_failover' ? ' A source VM that it switched off is switched on again.' : ''
              }</p>
            ${this.problem ? problemView(this.problem) : ''}
          </div>
          <footer class="dialog-foot">
            <span class="grow"></span>
            <button type="button" @click=${() => this.close()}>Let it run</button>
            <button class="primary" type="submit" aria-disabled=${this.busy} data-testid="cancel-confirm">
              ${this.busy ? 'Cancelling…' : 'Cancel the failover'}</button>
          </footer>
        </form>
      </dialog>`;
  }

  async #cancel(event) {
    event.preventDefault();
    if (this.busy) return;
    this.busy = true;
    this.problem = null;
    try {
      await this.api.cancel(this.job.job_id);
      this.emit('cancelling');
    } catch (caught) {
      this.problem = Problem.of(caught);
    } finally {
      this.busy = false;
    }
  }
}

CancelDialog.define('cancel-dialog');
