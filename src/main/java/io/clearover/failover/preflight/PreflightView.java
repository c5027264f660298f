package io.clearover.failover.preflight;

import java.util.List;

/**
 * The answer to a preflight.
 *
 * @param failoverType test or live
 * @param result of all checks, the worst: pass, warn or fail
 * @param checks those that matter for such a failover of this VM
 */
public record PreflightView(
        String contextId, String vmName, String failoverType, String result, List<CheckView> checks) {}
