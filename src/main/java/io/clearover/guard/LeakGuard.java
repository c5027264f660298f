package io.clearover.guard;

import io.clearover.rawtext.LeakSigns;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import java.util.logging.Logger;

/**
 * The last look at a text before a non-admin sees it. As such texts only ever come from the catalogue it should never
 * find anything; when it does, the generic answer is served, the event is counted and logged. Thread-safe.
 */
@ApplicationScoped
public class LeakGuard {
    private static final Logger LOG = Logger.getLogger(LeakGuard.class.getName());
    private static final int MOST_REMEMBERED = 10_000;
    private static final int LONGEST_REMEMBERED = 500;

    private final LongAdder fired = new LongAdder();
    /** Texts that passed: nearly all come from the catalogue, again and again. */
    private final Set<String> passed = ConcurrentHashMap.newKeySet();

    /** True if the text holds what only an admin may see; false for null. */
    public boolean leaks(String text) {
        return sign(text).isPresent();
    }

    /** The text, or the generic answer if the text leaks. */
    public String guard(String text, Supplier<String> generic) {
        Optional<String> sign = sign(text);
        if (sign.isEmpty()) {
            return text;
        }
        fired.increment();
        LOG.warning(() -> "A text for non-admins held %s: the generic answer is served instead".formatted(sign.get()));
        return generic.get();
    }

    /** How often a text was replaced since the start. */
    public long fired() {
        return fired.sum();
    }

    private Optional<String> sign(String text) {
        if (text == null || passed.contains(text)) {
            return Optional.empty();
        }
        Optional<String> sign = LeakSigns.firstIn(text);
        if (sign.isEmpty() && text.length() <= LONGEST_REMEMBERED && passed.size() < MOST_REMEMBERED) {
            passed.add(text);
        }
        return sign;
    }
}
