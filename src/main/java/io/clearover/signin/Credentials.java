package io.clearover.signin;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** A user name and a password, as HTTP Basic sends them (RFC 7617), in UTF-8. */
record Credentials(String user, String password) {

    private static final String SCHEME = "Basic ";
    private static final int LONGEST = 256;

    /**
     * What an {@code Authorization} header says; empty unless that is a name and a password of at most 256 characters each, and
     * the name has none that a log could take for the end of a line or that can't be seen.
     *
     * @param header null if there is none
     */
    static Optional<Credentials> of(String header) {
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        try {
            byte[] sent =
                    Base64.getDecoder().decode(header.substring(SCHEME.length()).strip());
            String[] parts = new String(sent, StandardCharsets.UTF_8).split(":", 2);
            return parts.length < 2
                    ? Optional.empty()
                    : Optional.of(new Credentials(parts[0], parts[1])).filter(Credentials::isPossible);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private boolean isPossible() {
        return !user.isBlank()
                && user.length() <= LONGEST
                && password.length() <= LONGEST
                && user.codePoints().allMatch(Credentials::isVisible);
    }

    private static boolean isVisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "Credentials[user=" + user + "]";
    }
}
