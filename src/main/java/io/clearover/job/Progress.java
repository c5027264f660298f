package io.clearover.job;

/**
 * How far a job is: finished steps (completed or skipped) of the planned ones. The plan is fixed before the first step,
 * so it never falls.
 *
 * @param finished 0 to {@code planned}
 * @param planned 0 or more
 */
public record Progress(int finished, int planned) {

    public Progress {
        planned = Math.max(planned, 0);
        finished = Math.min(Math.max(finished, 0), planned);
    }

    /** 0 to 100, with one decimal; 0 when nothing is planned. */
    public double percent() {
        return planned == 0 ? 0 : Math.round(finished * 1000.0 / planned) / 10.0;
    }
}
