import { isCancelled, isFailed, isFailover, isOurs, typeOf } from '../words/job-words.js';

/** How the buttons look, by what the explanation calls them. */
const BUTTONS = {
  roll_back: { icon: 'rollback', label: 'Roll back', testId: 'error-rollback' },
  retry: { label: 'Start again', testId: 'error-retry' },
  start_without_final_sync: {
    label: 'Start without final synchronization',
    testId: 'error-without-final-sync',
    wish: { finalSync: false },
  },
  start_without_driver_installation: {
    label: 'Start without driver installation',
    testId: 'error-without-drivers',
    wish: { skipDrivers: true },
  },
  open_preflight: { icon: 'ready', label: 'Run checks', testId: 'error-run-checks', checks: true },
  change_options: { label: 'Change options', testId: 'error-change-options' },
};

const ICONS = { test_failover: 'test', live_failover: 'crossover', rollback: 'rollback' };

/**
 * What can be started about a job that failed or was cancelled, now, in the order in which it helps: what its explanation
 * offers and the VM's state allows. Where the state allows a rollback, there is something to roll back, whatever the
 * explanation knows. `repeats` tells that the same request is made again, without asking how; else `start` is what the VM's
 * allowed_actions call it, and `checks` tells that it is to be checked first.
 * @returns {{start: string, repeats: boolean, checks?: boolean, icon: string, label: string, testId: string, wish: object}[]}
 */
export function quickActions(job, vm) {
  if (vm.running_job_id) return [];
  return namesFor(job)
    .map((name) => button(name, job))
    .filter(({ start }) => vm.allowed_actions?.includes(start));
}

function namesFor(job) {
  const names = isCancelled(job) && isFailover(job) ? ['retry'] : (job.actions ?? []).filter((name) => BUTTONS[name]);
  const varied = names.some((name) => name.startsWith('start_without'));
  const repeated = names.includes('retry');
  return [
    ...new Set([
      ...names,
      ...(repeated && !varied && isFailover(job) && isOurs(job) ? ['change_options'] : []),
      ...(repeated && typeOf(job) === 'rollback' ? [] : ['roll_back']),
    ]),
  ];
}

function button(name, job) {
  const start = name === 'roll_back' ? 'rollback' : typeOf(job);
  const again = name === 'retry' && typeOf(job) === 'rollback' ? { label: 'Roll back again' } : {};
  return {
    icon: ICONS[start] ?? 'operation',
    ...BUTTONS[name],
    ...again,
    start,
    repeats: name === 'retry' && isOurs(job),
    wish: { ...asBefore(job), ...BUTTONS[name].wish },
  };
}

/** How the job was started; where that is not recorded, as the start dialog suggests it. */
const asBefore = (job) => ({
  finalSync: job.perform_final_sync ?? true,
  skipDrivers: job.without_driver_installation ?? false,
  powerOffSource: job.power_off_source ?? true,
});

/** Whether there is something to mend or to repeat. */
export const wantsAction = (job) => isFailed(job) || isCancelled(job);
