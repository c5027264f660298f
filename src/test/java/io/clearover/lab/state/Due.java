package io.clearover.lab.state;

import java.time.Instant;

/** Work that ends by the clock. */
public interface Due {

    /** Ends what is due at that time; answers whether anything changed. */
    boolean settle(State state, Instant now);
}
