import { html } from '../lit.js';
import { icon } from '../icons.js';
import { warningsOf } from './failover-words.js';

/** What one should know before starting a failover so, a notice each. */
export const optionWarnings = (chosen) => warningsOf(chosen).map(warning);

const warning = (text) => html`<p class="notice warn" role="status" data-testid="option-warning">
  ${icon('attention')}<span>${text}</span></p>`;
