import { html, nothing, repeat } from '../lit.js';
import { icon } from '../icons.js';
import { clock, duration, exact, secondsBetween, wholePercent } from '../page/format.js';
import { PageElement } from '../page/page-element.js';
import { statusOf } from '../words/job-words.js';

const SAID = {
  pending: 'Still to come',
  running: 'Running',
  completed: 'Done',
  failed: 'Failed',
  skipped: 'Not needed',
  cancelled: 'Stopped',
};

/**
 * `<step-pipeline .steps .cancelled>`: the steps of a job in their order, those to come included; behind them those that take
 * back what was done. In a cancelled job the step that was stopped did not fail.
 */
class StepPipeline extends PageElement {
  static properties = { steps: [], cancelled: false };

  view() {
    const planned = this.steps.filter((step) => !step.undo);
    const undone = this.steps.filter((step) => step.undo);
    return html`
      <ol class="pipeline">${repeat(planned, (step, at) => at, (step) => row(this.#asMeant(step), 'step'))}</ol>
      ${undone.length ? undoing(undone) : nothing}`;
  }

  #asMeant(step) {
    return this.cancelled && step.status === 'failed' ? { ...step, status: 'cancelled' } : step;
  }
}

const undoing = (steps) => html`<section class="undo" aria-label="Undone" data-testid="undo-steps">
  <p class="undo-title"><span class="tint plain">${icon('rollback')}</span><strong>${undoTitle(steps)}</strong></p>
  <ol class="pipeline">${repeat(steps, (step, at) => at, (step) => row(step, 'undo-step'))}</ol>
</section>`;

function undoTitle(steps) {
  if (steps.some((step) => step.status === 'failed')) return 'Undone in part:';
  return steps.some((step) => step.status === 'running') ? 'Undoing what was done:' : 'Undone:';
}

const row = (step, testId) => html`
  <li class=${`step ${step.status}`} data-testid=${testId} data-status=${step.status}
    aria-current=${step.status === 'running' ? 'step' : 'false'}>
    <span class="step-icon">${icon(statusOf(step.status).icon)}</span>
    <span class="step-text">
      <span class="step-name">${step.display_name}</span>
      <span class="step-about">${(step.status === 'failed' && step.error_message) || step.description}</span>
      ${step.status === 'running' && step.progress != null ? meter(step) : nothing}
    </span>
    <span class="step-when" title=${exact(step.started_at)}>
      <span class=${step.status === 'pending' ? 'unseen' : 'step-status'}>${said(step)}</span>
      ${timing(step)}
    </span>
  </li>`;

const meter = (step) => html`<span class="step-meter">
  <progress max="100" value=${wholePercent(step.progress)} aria-label=${`Progress of ${step.display_name}`}
    data-testid="step-progress"></progress>
  <span class="muted small">${wholePercent(step.progress)} %</span>
</span>`;

const said = (step) => SAID[step.status] ?? statusOf(step.status).label;

function timing(step) {
  if (!step.started_at || step.status === 'skipped') return nothing;
  const took = duration(secondsBetween(step.started_at, step.completed_at));
  return html`<span class="muted">${took || `since ${clock(step.started_at)}`}</span>`;
}

StepPipeline.define('step-pipeline');
