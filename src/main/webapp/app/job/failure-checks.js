import { html, nothing } from '../lit.js';
import { icon } from '../icons.js';
import { exact } from '../page/format.js';
import { PageElement } from '../page/page-element.js';
import '../page/time-ago.js';
import { Problem } from '../web/problem.js';
import { problemView } from '../web/problem-view.js';

const RESULTS = {
  still_so: { tone: 'bad', icon: 'failed', said: 'Still so' },
  no_longer_so: { tone: 'ok', icon: 'done', said: 'In order' },
  cannot_tell: { tone: 'plain', icon: 'pending', said: 'Not known' },
};

const WORST_FIRST = ['still_so', 'cannot_tell', 'no_longer_so'];

/**
 * `<failure-checks .api .status .mayAsk>`: what was found right after a failure and, for who may ask, a button to look again.
 * Tells `checked` with the answer.
 */
class FailureChecks extends PageElement {
  static properties = { api: null, status: null, mayAsk: false, answer: null, refused: null, busy: false };

  view() {
    const seen = this.answer ?? this.status;
    const any = seen?.checks?.length > 0;
    if (!any && !this.mayAsk) return nothing;
    return html`
      <section class="now stack" aria-label="How it is now" data-testid="checks" data-result=${this.answer?.result ?? ''}>
        <div class="now-head">
          <h3>${icon('discovered')}${this.answer ? 'How it is now' : any ? 'How it was right after' : 'Is it still so?'}</h3>
          ${any ? when(seen) : nothing}
        </div>
        <div role="status">${this.answer ? this.#verdict(this.answer) : nothing}</div>
        ${seen?.correction ? corrected(seen.correction) : nothing}
        ${any ? html`<ul class="checks">${sorted(seen.checks).map(finding)}</ul>` : nothing}
        ${seen?.left_behind ? left(seen.left_behind) : nothing}
        ${this.refused ? problemView(this.refused) : nothing}
        ${this.mayAsk ? this.#button() : nothing}
      </section>`;
  }

  #verdict(answer) {
    const { tone, icon: name } = RESULTS[answer.result];
    return html`<div class=${`notice ${tone}`} data-testid="check-result">${icon(name)}
      <div class="stack tight"><strong>${answer.message}</strong><p class="small">${answer.reason}</p></div></div>`;
  }

  #button() {
    return html`<div>
      <button type="button" data-testid="check-now" aria-disabled=${this.busy} @click=${() => this.#check()}>
        ${icon(this.busy ? 'running' : 'ready')}${this.busy ? 'Checking…' : this.answer ? 'Check again' : 'Check now'}</button>
    </div>`;
  }

  async #check() {
    if (this.busy) return;
    this.busy = true;
    this.refused = null;
    try {
      this.answer = await this.api.check(this.status.job_id);
      this.emit('checked', this.answer);
    } catch (caught) {
      this.refused = Problem.of(caught);
    } finally {
      this.busy = false;
    }
  }
}

const when = (seen) => {
  const at = seen.checked_at ?? seen.checks[0].checked_at;
  return html`<span class="muted small" data-testid="checked-at">checked <time-ago .at=${at}></time-ago> (${exact(at)})</span>`;
};

const sorted = (checks) => WORST_FIRST.flatMap((result) => checks.filter((check) => check.result === result));

function finding(check) {
  const { tone, icon: name, said } = RESULTS[check.result];
  const wrong = check.result === 'still_so';
  return html`<li class=${`check ${tone}`} data-testid="check-finding" data-probe=${check.probe} data-result=${check.result}>
    <span class="tint">${icon(name)}</span>
    <div class="stack tight">
      <p><strong>${check.display_name}</strong><span class="unseen">: ${said}.</span></p>
      <p>${check.message}</p>
      ${wrong && check.reason ? html`<p class="muted small">${check.reason}</p>` : nothing}
      ${wrong && check.actionable_steps?.length ? html`<ul>${check.actionable_steps.map((step) => html`<li>${step}</li>`)}</ul>` : nothing}
      ${check.technical ? technical(check.technical) : nothing}
    </div>
  </li>`;
}

const technical = (text) => html`<details class="small"><summary>Technical <span class="chip plain">for admins</span></summary>
  <pre tabindex="0" aria-label="Technical" data-testid="check-technical">${text}</pre></details>`;

const corrected = (correction) => html`<div class="notice warn" data-testid="check-correction">${icon('attention')}
  <div class="stack tight"><p class="small">${correction.note}</p><strong>${correction.message}</strong>
    <p class="small">${correction.reason}</p></div></div>`;

/** What a person knows it by: the VM's name, and the number of the disk. */
const named = ({ vm_name: vm, disk }) => (disk ? `Disk ${disk} of ${vm}` : vm);

function left({ message, items, complete }) {
  return html`<div class="stack tight" data-testid="left-behind" data-complete=${complete}>
    <p><strong>${message}</strong></p>
    ${
      items.length
        ? html`<ul>${items.map(
            (item) => html`<li data-testid="left-item" data-kind=${item.kind}>
              ${named(item)}: ${item.message}. <span class="muted small">${item.removal}.</span></li>`,
          )}</ul>`
        : nothing
    }
  </div>`;
}

FailureChecks.define('failure-checks');
