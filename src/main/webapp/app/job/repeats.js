import { html, nothing } from '../lit.js';
import { jobAddress } from '../page/route.js';

/** A link to the job that this one repeats; nothing if it repeats none. */
export const repeats = (job, contextId) =>
  job.retry_of
    ? html`<p class="small"><a href=${jobAddress(contextId, job.retry_of)} data-testid="retry-of">Repeats an earlier job</a></p>`
    : nothing;
