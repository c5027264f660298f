package io.clearover.lab.watch;

import java.time.Instant;

/**
 * A call that came in, answered or not.
 *
 * @param call name of the call, as a fault names it; the polling of a job is {@code queryAsyncJobResult:COMMAND}
 * @param vm   name of the source VM that it is about; null when it tells of none
 * @param at   when it came in
 */
public record Asked(String call, String vm, Instant at) {}
