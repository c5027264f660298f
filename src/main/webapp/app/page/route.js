/**
 * The page's addresses, all in the hash: `#/`, `#/vm/{context}`, `#/vm/{context}/job/{job}`.
 * What cannot be read is the list of VMs.
 * @returns {{contextId: string|null, jobId: string|null}}
 */
export function readRoute(hash = location.hash) {
  const [, vm, contextId, job, jobId] = hash.replace(/^#/, '').split('/').map(decoded);
  if (vm !== 'vm' || !contextId) return { contextId: null, jobId: null };
  return { contextId, jobId: job === 'job' && jobId ? jobId : null };
}

export const fleetAddress = '#/';
export const vmAddress = (contextId) => `#/vm/${encodeURIComponent(contextId)}`;
export const jobAddress = (contextId, jobId) => `${vmAddress(contextId)}/job/${encodeURIComponent(jobId)}`;

function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
