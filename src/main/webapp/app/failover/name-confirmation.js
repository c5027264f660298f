import { html, nothing } from '../lit.js';
import { icon } from '../icons.js';

/** Whether a person has typed the VM's name. */
export const isNamed = (text, name) => text.trim() === name.trim();

/**
 * Asks for the VM's name, so that nobody moves a VM by one click too many. The field is called `confirmation`.
 * @param {{name: string, value: string, missing: boolean, changed: (text: string) => void}} asked missing: it was not given
 */
export function nameConfirmation({ name, value, missing, changed }) {
  const wrong = missing && !isNamed(value, name);
  return html`<div class="stack tight">
    <label class="field" for="confirmation"><span>Type <strong>${name}</strong> to confirm</span></label>
    <p id="confirmation-note" role="alert" class="field-note" data-testid="confirm-name-note">${
      wrong ? html`${icon('attention')}<span>Type the VM's name exactly as it is written here.</span>` : nothing
    }</p>
    <input id="confirmation" name="confirmation" autocomplete="off" autocapitalize="none" spellcheck="false"
      data-testid="confirm-name" aria-invalid=${wrong} aria-describedby="confirmation-note" .value=${value}
      @input=${(e) => changed(e.target.value)}>
  </div>`;
}
