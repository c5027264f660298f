package io.clearover.acceptance.support;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The service tokens that the installation of the tests knows. */
public final class TestTokens {

    /** Of {@code dashboard}, a viewer. */
    public static final String VIEWER = "0123456789abcdef0123456789abcdef-viewer";

    /** Of {@code scheduler}, an operator. */
    public static final String OPERATOR = "0123456789abcdef0123456789abcdef~operator==";

    /** Of {@code auditor}, an admin. */
    public static final String ADMIN = "0123456789abcdef0123456789abcdef.admin";

    /** Of {@code old-gui}, an operator; everybody can know it. */
    public static final String PUBLIC = "built_into_a_published_program";

    /** Of {@code retired}, an operator; its last day is over. */
    public static final String EXPIRED = "0123456789abcdef0123456789abcdef/expired";

    static final String CONFIGURED = String.join(
            ",",
            "dashboard viewer 2999-12-31 " + hash(VIEWER),
            " scheduler operator 2999-12-31 " + hash(OPERATOR),
            "auditor admin 2999-12-31 " + hash(ADMIN),
            "old-gui operator 2999-12-31 " + hash(PUBLIC) + " public",
            "retired operator 2020-02-29 " + hash(EXPIRED));

    private TestTokens() {}

    /** As {@code sha256sum} prints it. */
    public static String hash(String token) {
        try {
            byte[] sent = token.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(sent));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
