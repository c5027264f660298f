import { html, nothing } from '../lit.js';
import { icon } from '../icons.js';
import { humanized } from '../page/format.js';

/** What a test can have shown, by the name that the API gives it. */
export const RESULTS = {
  passed: { tone: 'ok', icon: 'done', label: 'Passed', about: 'The VM works at the destination.' },
  problems: { tone: 'warn', icon: 'attention', label: 'Problems', about: 'Something did not work as it should.' },
};

/** How a result is shown: `{tone, icon, label}`; one that this page does not know is shown neutrally. */
export const resultOf = (result) => RESULTS[result] ?? { tone: 'plain', icon: 'operation', label: humanized(result) || 'Recorded' };

/** What a test failover's test has shown, in a word; nothing until it is recorded. */
export function testResult(outcome) {
  if (!outcome) return nothing;
  const { tone, icon: name, label } = resultOf(outcome.result);
  return html`<span class=${`test-result ${tone}`} data-testid="test-result" data-result=${outcome.result}>${icon(name)}<span
    class="unseen">Test: </span>${label.toLowerCase()}</span>`;
}
