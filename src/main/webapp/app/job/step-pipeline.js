import { html, nothing, repeat } from '../lit.js';
import { icon } from '../icons.js';
import { clock, duration, exact, secondsBetween } from '../page/format.js';
import { PageElement } from '../page/page-element.js';
import { statusOf } from './job-words.js';

const SAID = {
  pending: 'Still to come',
  running: 'Running',
  completed: 'Done',
  failed: 'Failed',
  skipped: 'Not needed',
  cancelled: 'Cancelled',
};

/** `<step-pipeline .steps>`: the steps of a job in their order, those to come included. */
class StepPipeline extends PageElement {
  static properties = { steps: [] };

  view() {
    return html`<ol class="pipeline">${repeat(this.steps, (step, at) => at, row)}</ol>`;
  }
}

const row = (step) => html`
  <li class=${`step ${step.status}`} data-testid="step" data-status=${step.status}
    aria-current=${step.status === 'running' ? 'step' : 'false'}>
    <span class="step-icon">${icon(statusOf(step.status).icon)}</span>
    <span class="step-text">
      <span class="step-name">${step.display_name}</span>
      <span class="step-about">${(step.status === 'failed' && step.error_message) || step.description}</span>
    </span>
    <span class="step-when" title=${exact(step.started_at)}>
      <span class=${step.status === 'pending' ? 'unseen' : 'step-status'}>${said(step)}</span>
      ${timing(step)}
    </span>
  </li>`;

const said = (step) => SAID[step.status] ?? statusOf(step.status).label;

function timing(step) {
  if (!step.started_at || step.status === 'skipped') return nothing;
  const took = duration(secondsBetween(step.started_at, step.completed_at));
  return html`<span class="muted">${took || `since ${clock(step.started_at)}`}</span>`;
}

StepPipeline.define('step-pipeline');
