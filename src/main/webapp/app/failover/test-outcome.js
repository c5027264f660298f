import { html, nothing } from '../lit.js';
import { icon } from '../icons.js';
import { exact } from '../page/format.js';
import { PageElement } from '../page/page-element.js';
import '../page/time-ago.js';
import { mayOperate } from '../session/session.js';
import { Problem } from '../web/problem.js';
import { problemView } from '../web/problem-view.js';
import { RESULTS, resultOf } from './outcome-words.js';

const LONGEST_NOTE = 2000;

/**
 * `<test-outcome .api .me .jobId .outcome>`: what the test of a test failover has shown, and for operators a way to record it.
 * Nothing for a viewer while nothing is recorded. Tells `outcome-recorded`.
 */
class TestOutcome extends PageElement {
  static properties = { api: null, me: null, jobId: '', outcome: null, changing: false, busy: false, missing: false, problem: null };

  view() {
    const asks = mayOperate(this.me) && (!this.outcome || this.changing);
    if (!asks && !this.outcome) return nothing;
    return html`<section class="stack" aria-labelledby="test-outcome-title" data-testid="test-outcome">
      <h3 id="test-outcome-title" tabindex="-1">Outcome of the test</h3>
      ${asks ? this.#form() : this.#recorded()}
    </section>`;
  }

  #recorded() {
    const { result, note, recorded_by: by, recorded_at: at } = this.outcome;
    const { tone, icon: name, label } = resultOf(result);
    return html`
      <div class=${`notice ${tone}`} data-testid="test-outcome-recorded" data-result=${result}>
        ${icon(name)}
        <div class="stack tight">
          <strong>${label}</strong>
          ${note ? html`<p class="as-written" data-testid="test-outcome-note-recorded">${note}</p>` : nothing}
          <p class="muted small" title=${exact(at)}>Recorded <time-ago .at=${at}></time-ago> by ${by}</p>
        </div>
      </div>
      ${
        mayOperate(this.me)
          ? html`<div><button type="button" data-testid="test-outcome-change" @click=${() => (this.changing = true)}>Change</button></div>`
          : nothing
      }`;
  }

  #form() {
    return html`<form class="stack" novalidate @submit=${(e) => this.#save(e)}>
      <fieldset class="options kinds">
        <legend class="unseen">What the test has shown</legend>
        ${Object.entries(RESULTS).map(([result, words]) => this.#choice(result, words))}
      </fieldset>
      <p role="alert" class="field-note" data-testid="test-outcome-missing">${
        this.missing ? html`${icon('attention')}<span>Choose whether the test passed.</span>` : nothing
      }</p>
      <label class="field"><span>Note</span>
        <textarea name="note" rows="3" maxlength=${LONGEST_NOTE} .value=${this.outcome?.note ?? ''}
          placeholder="What was tested, what did not work" data-testid="test-outcome-note"></textarea></label>
      ${this.problem ? problemView(this.problem) : nothing}
      <div class="actions">
        <button type="submit" aria-disabled=${this.busy} data-testid="test-outcome-save">
          ${this.busy ? 'Recording…' : 'Record the outcome'}</button>
        ${
          this.outcome
            ? html`<button type="button" class="quiet" @click=${() => this.#show(this.outcome)}>Leave it as it is</button>`
            : nothing
        }
      </div>
    </form>`;
  }

  #choice(result, { label, about }) {
    return html`<label class="option">
      <input type="radio" name="result" value=${result} ?checked=${this.outcome?.result === result}
        data-testid=${`test-outcome-${result}`} @change=${() => (this.missing = false)}>
      <span><strong>${label}</strong><span class="muted small">${about}</span></span>
    </label>`;
  }

  async #save(event) {
    event.preventDefault();
    if (this.busy) return;
    const { result, note } = event.currentTarget.elements;
    this.missing = !result.value;
    if (this.missing) return result[0].focus();
    this.busy = true;
    this.problem = null;
    try {
      this.#show(await this.api.recordTestOutcome(this.jobId, asked(result.value, note.value.trim())));
      this.emit('outcome-recorded');
      this.emit('announce', 'The outcome of the test is recorded.');
    } catch (caught) {
      this.problem = Problem.of(caught);
    } finally {
      this.busy = false;
    }
  }

  #show(outcome) {
    this.outcome = outcome;
    this.changing = false;
    this.querySelector('h3')?.focus();
  }
}

/** Without a note when nothing was written. */
const asked = (result, note) => (note ? { result, note } : { result });

TestOutcome.define('test-outcome');
