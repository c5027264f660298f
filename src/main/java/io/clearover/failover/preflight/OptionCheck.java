package io.clearover.failover.preflight;

import io.clearover.failover.Intent;
import java.util.function.Predicate;

/**
 * An option that somebody should think about.
 *
 * @param chosen whether the failover has it
 */
record OptionCheck(String name, Predicate<Intent> chosen) implements Check {

    @Override
    public boolean appliesTo(PreflightTarget target) {
        return chosen.test(target.intent());
    }

    @Override
    public Finding look(PreflightTarget target) {
        return Finding.of("chosen");
    }
}
