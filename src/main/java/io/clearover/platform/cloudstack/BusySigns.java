package io.clearover.platform.cloudstack;

import java.util.Set;
import java.util.regex.Pattern;

/** What CloudStack says when it does something else at the moment. */
final class BusySigns {

    private static final Set<Integer> TOO_MUCH_TO_DO = Set.of(429, 503);

    private static final int CONCURRENT_OPERATION_OR_LIMIT = 535;
    private static final Pattern LIMIT = pattern("exceeded|maximum|limit");

    /** Most codes don't tell: 431 stands for any wrong state, 530 for anything. */
    private static final Pattern WORDS =
            pattern("active (?:vm |volume )?snapshot|concurrent operation|try (?:it |again )?later|resource is busy"
                    + "|another (?:operation|job|task) is (?:already )?in progress");

    private BusySigns() {}

    /** Whether an error with this code and text says that it may work later. */
    static boolean areIn(long code, String text) {
        return TOO_MUCH_TO_DO.contains((int) code)
                || code == CONCURRENT_OPERATION_OR_LIMIT && !LIMIT.matcher(text).find()
                || WORDS.matcher(text).find();
    }

    private static Pattern pattern(String words) {
        return Pattern.compile(words, Pattern.CASE_INSENSITIVE);
    }
}
