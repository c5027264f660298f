import { html, nothing } from '../lit.js';
import { icon } from '../icons.js';
import '../explain/technical-details.js';
import { exact } from '../page/format.js';
import { PageElement } from '../page/page-element.js';

const RESULTS = {
  fail: { tone: 'bad', icon: 'failed', said: 'Failed' },
  warn: { tone: 'warn', icon: 'attention', said: 'Warning' },
  pass: { tone: 'ok', icon: 'done', said: 'Passed' },
};

const SUMMARIES = {
  fail: 'This failover would fail. Solve what failed, then check again.',
  warn: 'The failover can start. Read the warnings first.',
  pass: 'Everything is ready for this failover.',
};

/** `<preflight-checks .answer>`: what the checks before a failover have found, what wants a person first. */
class PreflightChecks extends PageElement {
  static properties = { answer: null };

  view() {
    const { checks, result } = this.answer;
    const passed = checks.filter((check) => check.result === 'pass');
    const others = ['fail', 'warn'].flatMap((one) => checks.filter((check) => check.result === one));
    const { tone, icon: name } = RESULTS[result];
    return html`
      <section class="preflight stack" aria-label="Checks" data-testid="preflight" data-result=${result}>
        <p class=${`notice ${tone}`} role="status" data-testid="preflight-summary">
          ${icon(name)}<strong>${SUMMARIES[result]}</strong></p>
        ${others.length ? html`<ul class="checks">${others.map(open)}</ul>` : nothing}
        ${
          passed.length
            ? html`<details class="fold"><summary>${passed.length} ${passed.length === 1 ? 'check' : 'checks'} passed</summary>
              <ul class="checks">${passed.map(brief)}</ul></details>`
            : nothing
        }
      </section>`;
  }

  drawn() {
    this.querySelector('.preflight').scrollIntoView({ block: 'nearest' });
  }
}

const row = (check, more) => html`
  <li class=${`check ${RESULTS[check.result].tone}`} data-testid="preflight-check" data-check=${check.name}
    data-result=${check.result}>
    <span class="tint">${icon(RESULTS[check.result].icon)}</span>
    <div class="stack tight">
      <p><strong>${check.display_name}</strong><span class="unseen">: ${RESULTS[check.result].said}.</span></p>
      <p>${check.message}${check.failed_at ? html` <span class="muted small">(${exact(check.failed_at)})</span>` : nothing}</p>
      ${more}
    </div>
  </li>`;

const brief = (check) => row(check, nothing);

const open = (check) =>
  row(
    check,
    html`
      ${check.reason ? html`<p class="muted small">${check.reason}</p>` : nothing}
      ${check.actionable_steps?.length ? html`<ul>${check.actionable_steps.map((step) => html`<li>${step}</li>`)}</ul>` : nothing}
      ${check.technical_details ? html`<technical-details .text=${check.technical_details}></technical-details>` : nothing}`,
  );

PreflightChecks.define('preflight-checks');
