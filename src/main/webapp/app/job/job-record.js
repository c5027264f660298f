/**
 * What is known of a job, from the list and from its status, in one form: the names of the list, with the steps and
 * (for admins) the technical details of the status.
 */
export function jobRecord(listed, status) {
  const told = status ?? {};
  return {
    ...told,
    ...withoutNothing(listed ?? {}),
    failed_step: listed?.failed_step ?? told.failed_step_friendly,
    error_message: listed?.error_message ?? told.error_message_user,
    error_reason: told.error_reason ?? listed?.error_reason,
    actionable_steps: listed?.actionable_steps ?? told.actionable_steps ?? [],
    status: told.status ?? listed?.status,
  };
}

const withoutNothing = (object) => Object.fromEntries(Object.entries(object).filter(([, value]) => value != null));
