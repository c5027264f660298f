import { html, nothing } from '../lit.js';
import { jobAddress } from '../page/route.js';

/** What a job is the successor of: a link to the one that it repeats, and that it has outlived a server. */
export const jobOrigin = (job, contextId) => html`${repeats(job, contextId)}${resumed(job)}`;

const repeats = (job, contextId) =>
  job.retry_of
    ? html`<p class="small"><a href=${jobAddress(contextId, job.retry_of)} data-testid="retry-of">Repeats an earlier job</a></p>`
    : nothing;

const resumed = (job) =>
  job.resumed
    ? html`<p class="small muted" data-testid="resumed">The server stopped while this was running. It went on where it was.</p>`
    : nothing;
