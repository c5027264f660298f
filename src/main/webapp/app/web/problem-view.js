import { html, nothing } from '../lit.js';
import { icon } from '../icons.js';

/**
 * A problem as a person should read it: what, why, which field, which choices.
 * @param {import('./problem.js').Problem} problem
 * @param {() => void} [again] offers to try again
 */
export const problemView = (problem, again) => html`
  <div class="notice bad" role="alert" data-testid="problem">
    ${icon('attention')}
    <div class="stack tight">
      <strong>${problem.title}</strong>
      ${problem.detail ? html`<p>${problem.detail}</p>` : nothing}
      ${problem.errors.length ? html`<ul>${problem.errors.map(fieldError)}</ul>` : nothing}
      ${problem.choices.length ? html`<ul>${problem.choices.map(choice)}</ul>` : nothing}
      ${again ? html`<div><button type="button" @click=${again}>Try again</button></div>` : nothing}
    </div>
  </div>`;

const fieldError = ({ field, message }) => html`<li><b>${field}</b>: ${message}</li>`;

const choice = (vm) =>
  html`<li><a href=${`#/vm/${encodeURIComponent(vm.context_id)}`}>${vm.vm_name}</a> at ${vm.vcenter_host}</li>`;
