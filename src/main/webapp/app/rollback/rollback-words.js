import { typeOf } from '../words/job-words.js';

/**
 * Whether a rollback of the VM takes back a live failover: its state says so, or, after a failure, the newest of its
 * failovers, newest first.
 */
export function takesBackLive(vm, jobs) {
  if (vm.current_status !== 'cleanup_required') return vm.current_status === 'failed_over_live';
  const newest = jobs?.find((job) => ['test_failover', 'live_failover'].includes(typeOf(job)));
  return newest != null && typeOf(newest) === 'live_failover';
}

/** What a rollback is for, in the state that the VM is in. */
export function intro(vm, live) {
  if (vm.current_status === 'cleanup_required') return 'This cleans up what an operation left at the destination:';
  return live
    ? 'This takes the live failover back. Nobody can use the VM meanwhile:'
    : 'This ends the test failover and cleans up at the destination:';
}

/** What it does, in the order in which people ask. */
export function effects(vm, live) {
  const there = vm.current_status === 'cleanup_required' ? ', if there is one,' : '';
  const made = live ? 'VM at the destination' : 'test VM';
  return [
    `The ${made}${there} is shut down and removed. What was changed inside it is lost.`,
    'The replicated disks go back to how they were before the failover.',
    'The VM is then ready for the next failover.',
  ];
}
