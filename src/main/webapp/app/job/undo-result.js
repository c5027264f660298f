import { html, nothing } from '../lit.js';
import { icon } from '../icons.js';
import { isCancelled, isFailed, isFailover, isOurs } from '../words/job-words.js';

/**
 * What a failover that failed or was cancelled has left, in one line: everything was undone, or what is left to do.
 * @param {object} job with its steps, as far as they are known
 * @param {object} vm
 * @param {boolean} newest whether nothing newer has run, so that the VM is as the job left it
 */
export function undoResult(job, vm, newest) {
  if (!isOurs(job) || !isFailover(job) || !(isFailed(job) || isCancelled(job))) return nothing;
  const undo = (job.steps ?? []).filter((step) => step.undo);
  const stuck = undo.find((step) => step.status === 'failed');
  if (stuck || (newest && vm.current_status === 'cleanup_required')) return notUndone(stuck, vm, newest);
  const ready = newest && vm.current_status === 'ready_for_failover' ? ' The VM is ready.' : '';
  if (undo.length) return line('ok', 'done', `Everything this failover did was undone.${ready}`);
  return ready ? line('ok', 'done', `${job.steps ? 'There was nothing to undo.' : 'Nothing of this failover is left.'}${ready}`) : nothing;
}

function notUndone(stuck, vm, newest) {
  const left = newest && vm.current_status === 'cleanup_required';
  const what = stuck ? `Not everything could be undone: “${stuck.display_name}” failed.` : 'Not everything could be undone.';
  return line('warn', 'attention', `${what}${left ? ' Roll back to clean up what is left.' : ''}`);
}

const line = (tone, name, text) =>
  html`<p class=${`notice ${tone}`} data-testid="undo-result">${icon(name)}<span>${text}</span></p>`;
