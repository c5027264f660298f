import { typeOf } from '../job/job-words.js';

/** How the buttons look. Each starts what the VM's allowed_actions call so. */
const BUTTONS = {
  roll_back: { start: 'rollback', icon: 'rollback', label: 'Roll back', testId: 'error-rollback' },
  retry: { start: 'test_failover', icon: 'test', label: 'Start again', testId: 'error-retry' },
  start_without_final_sync: {
    start: 'test_failover',
    icon: 'test',
    label: 'Start without final synchronization',
    testId: 'error-without-final-sync',
    wish: { finalSync: false },
  },
  start_without_driver_installation: {
    start: 'test_failover',
    icon: 'test',
    label: 'Start without driver installation',
    testId: 'error-without-drivers',
    wish: { skipDrivers: true },
  },
};

/**
 * What can be started about a failed job now, in the order in which it helps: what its explanation offers and the VM's
 * state allows. Where the state allows a rollback, there is something to roll back, whatever the explanation knows.
 * @returns {{start: string, icon: string, label: string, testId: string, wish: {finalSync: boolean, skipDrivers: boolean}}[]}
 */
export function quickActions(job, vm) {
  if (vm.running_job_id) return [];
  const names = (job.actions ?? []).map((name) => (name === 'retry' && typeOf(job) === 'rollback' ? 'roll_back' : name));
  return [...new Set([...names, 'roll_back'])]
    .map((name) => BUTTONS[name])
    .filter((button) => button && vm.allowed_actions?.includes(button.start))
    .map((button) => ({ ...button, wish: { ...asBefore(job), ...button.wish } }));
}

/** How the job was started; where that is not recorded, as the start dialog suggests it. */
const asBefore = (job) => ({
  finalSync: job.perform_final_sync ?? true,
  skipDrivers: job.without_driver_installation ?? false,
});
