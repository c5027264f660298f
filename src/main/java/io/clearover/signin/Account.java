package io.clearover.signin;

import io.clearover.web.Roles;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Somebody of the configuration, whom no user registry knows.
 *
 * @param name as it stands in logs and beside what was started
 * @param role the highest that it has
 */
record Account(String name, String role) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0,63}");

    /** @throws IllegalArgumentException if the name can't be one, or there is no such role */
    Account {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "\"%s\" is no name: up to 64 letters, digits, '.', '_', '@' and '-'".formatted(name));
        }
        Roles.upTo(role);
    }

    /** The groups it is in: its role and the lower ones. */
    Set<String> groups() {
        return Set.copyOf(Roles.upTo(role));
    }
}
