import { html, nothing } from '../lit.js';
import { icon } from '../icons.js';
import { PageElement } from '../page/page-element.js';
import { mayOperate } from '../session/session.js';

/** What can be started, that first which leaves nothing behind. */
const BUTTONS = [
  { action: 'rollback', testId: 'rollback', icon: 'rollback', label: 'Roll back' },
  { action: 'test_failover', testId: 'start-test-failover', icon: 'test', label: 'Start test failover' },
  { action: 'live_failover', testId: 'start-live-failover', icon: 'crossover', label: 'Start live failover' },
];

/** `<vm-actions .me .vm>`: what can be done with the VM now, or why nothing can. Tells `asked` with the action's name. */
class VmActions extends PageElement {
  static properties = { me: null, vm: null };

  view() {
    if (!mayOperate(this.me))
      return note('lock', 'You can look at everything here. Starting and rolling back takes the operator role.');
    if (this.vm.running_job_id) return nothing;
    const offered = BUTTONS.filter(({ action }) => this.vm.allowed_actions?.includes(action));
    if (!offered.length) return note('pending', 'Nothing can be started in this state.');
    return html`<div class="actions">${offered.map((button, at) => this.#button(button, at === 0))}</div>`;
  }

  #button({ action, testId, icon: name, label }, first) {
    return html`<button type="button" class=${first ? 'primary' : ''} data-testid=${testId}
      @click=${() => this.emit('asked', action)}>${icon(name)}${label}…</button>`;
  }
}

const note = (name, text) => html`<p class="notice" data-testid="actions-note">${icon(name)}<span>${text}</span></p>`;

VmActions.define('vm-actions');
