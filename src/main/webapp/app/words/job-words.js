import { about, bytes, duration, humanized, secondsBetween, wholePercent } from '../page/format.js';

const NAMES = {
  replication: 'Replication',
  test_failover: 'Test Failover',
  live_failover: 'Live Failover',
  rollback: 'Rollback',
  operation: 'Operation',
};
const ICONS = {
  replication: 'replication',
  test_failover: 'test',
  live_failover: 'crossover',
  rollback: 'rollback',
  operation: 'operation',
};
const STATUSES = {
  pending: { label: 'Waiting to start', tone: 'busy', icon: 'pending' },
  running: { label: 'Running', tone: 'busy', icon: 'running' },
  completed: { label: 'Completed', tone: 'ok', icon: 'done' },
  failed: { label: 'Failed', tone: 'bad', icon: 'failed' },
  cancelled: { label: 'Cancelled', tone: 'plain', icon: 'cancelled' },
  stalled: { label: 'Stalled', tone: 'warn', icon: 'attention' },
  skipped: { label: 'Not needed', tone: 'plain', icon: 'skipped' },
};

/** A job of the recent-jobs list and a persisted last operation name their type differently. */
export const typeOf = (job) => job.job_type ?? job.operation_type ?? 'operation';

export const jobName = (job) => job.display_name || NAMES[typeOf(job)] || humanized(typeOf(job));

export const jobIcon = (job) => ICONS[typeOf(job)] ?? 'operation';

/** How a status is shown: `{label, tone, icon}`; a status this page does not know is shown neutrally. */
export const statusOf = (status) =>
  STATUSES[status] ?? { label: humanized(status) || 'Unknown', tone: 'plain', icon: 'pending' };

/** How a job's status is shown; a completed job may have a warning. */
export const statusOfJob = (job) =>
  job.status === 'completed' && job.warning
    ? { label: 'Completed with a warning', tone: 'warn', icon: 'attention' }
    : statusOf(job.status);

export const isFailed = (job) => job.status === 'failed';

export const isCancelled = (job) => job.status === 'cancelled';

export const isFailover = (job) => ['test_failover', 'live_failover'].includes(typeOf(job));

/** Whether Clearover runs or ran it: of jobs of other programs nobody knows who started them. */
export const isOurs = (job) => Boolean(job.started_by);

/** Whether somebody asked to stop it, and it still runs. */
export const isCancelling = (job) => Boolean(job.cancel_requested) && !hasEnded(job);

/** Whether it still runs, but only to take back what it did. */
export const isUndoing = (job) => !hasEnded(job) && Boolean(job.steps?.some((step) => step.undo || step.status === 'failed'));

export const hasEnded = (job) => ['completed', 'failed', 'cancelled'].includes(job.status);

/** "4 of 10 steps, 40 %", or "40 %" for what has no steps. */
export function progressText({ steps_completed: done, steps_total: total, progress }) {
  const percent = `${wholePercent(progress)} %`;
  return total ? `${done ?? 0} of ${total} steps, ${percent}` : percent;
}

/** "step 5 of 10, 40 % done": finished steps are behind it, so the one that failed is the next. Without steps "40 %". */
export function failedAt(job) {
  if (!job.steps_total) return `${wholePercent(job.progress)} %`;
  const failed = job.steps?.findIndex((step) => step.status === 'failed' && !step.undo) ?? -1;
  const number = failed >= 0 ? failed + 1 : Math.min(job.steps_total, (job.steps_completed ?? 0) + 1);
  return `step ${number} of ${job.steps_total}, ${wholePercent(job.progress)} % done`;
}

/**
 * What happened in half a line: "Failed at step 5 of 10, 40 % done", "Cancelled at step 3 of 10, 20 % done", "Completed",
 * "Running, 4 of 10 steps, 40 %", "Waiting, 3rd in line".
 */
export function outcome(job) {
  if (isFailed(job) || isCancelled(job)) {
    const { label } = statusOf(job.status);
    return job.steps_total || job.progress > 0 ? `${label} at ${failedAt(job)}` : label;
  }
  if (job.status === 'running') return `${isCancelling(job) ? 'Cancelling' : 'Running'}, ${progressText(job)}`;
  if (job.status === 'pending' && job.queue_position) return `Waiting, ${placeInLine(job.queue_position)}`;
  return statusOfJob(job).label;
}

/** What a job that has not ended does, in the middle of a sentence: "waiting, 3rd in line", "cancelling", its step. */
export function doing(job) {
  if (isCancelling(job)) return 'cancelling';
  if (job.status === 'pending') return job.queue_position ? `waiting, ${placeInLine(job.queue_position)}` : 'waiting to start';
  return job.current_step_friendly ?? 'starting';
}

const ordinals = new Intl.PluralRules('en', { type: 'ordinal' });
const ENDINGS = { one: 'st', two: 'nd', few: 'rd', other: 'th' };

/** "next in line", "3rd in line". */
export const placeInLine = (position) =>
  position === 1 ? 'next in line' : `${position}${ENDINGS[ordinals.select(position)]} in line`;

/**
 * Whether a job, if there is one, is the newest failover or rollback of a list, newest first. A completed rollback after a
 * failed failover only made way for the next try, so the failure is still the one to mend.
 */
export function isNewest(job, jobs) {
  const newest = jobs?.find(
    (one) => typeOf(one) !== 'replication' && !(typeOf(one) === 'rollback' && one.status === 'completed'),
  );
  return job != null && newest?.job_id === job.job_id;
}

/** How long it took or has taken: "3 min 5 s", or ''. */
export const took = (job) => duration(job.duration_seconds ?? secondsBetween(job.started_at, job.completed_at));

/** "about 2 to 4 minutes left", "longer than usual", both, or '' when nothing is known. */
export function timeLeft({ remaining_seconds_from: from, remaining_seconds_to: to, longer_than_usual: longer }) {
  if (to == null) return '';
  const left = to > 0 ? `${about(from, to)} left` : '';
  return longer ? `longer than usual${left ? `, then ${left}` : ''}` : left;
}

/** What a completed job is worth to know: the amount copied, or what a rollback left. */
export function result(job) {
  if (typeOf(job) === 'rollback' && job.status === 'completed')
    return 'VM and snapshots at the destination are gone, disks as before the failover';
  return job.bytes_transferred > 0 ? `${bytes(job.bytes_transferred)} transferred` : '';
}
