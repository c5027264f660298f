package io.clearover.acceptance.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Who asks. */
enum Role {
    NOBODY(null),
    VIEWER("viewer:viewer"),
    OPERATOR("operator:operator"),
    ADMIN("admin:admin"),
    WRONG_PASSWORD("stranger:wrong");

    /** Those that don't count as an attack on a password. */
    static final List<Role> USUAL = List.of(NOBODY, VIEWER, OPERATOR, ADMIN);

    private final String credentials;

    Role(String credentials) {
        this.credentials = credentials;
    }

    /** What the request says of its sender; empty for nobody. */
    Optional<String> authorization() {
        return Optional.ofNullable(credentials).map(words -> "Basic " + encoded(words));
    }

    /** What nobody but the sender may see. */
    Optional<String> secret() {
        return Optional.ofNullable(credentials).map(Role::encoded);
    }

    /** Whether the server knows who asks. */
    boolean isSignedIn() {
        return this != NOBODY && this != WRONG_PASSWORD;
    }

    static String encoded(String credentials) {
        return Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }
}
