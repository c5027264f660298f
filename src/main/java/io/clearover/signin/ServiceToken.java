package io.clearover.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a program shows in place of a user name and a password. Only its hash is known here.
 *
 * @param account who sends it
 * @param lastDay on which it is good, in UTC
 * @param hash SHA-256, 64 hexadecimal digits in lower case
 * @param isPublic whether everybody can know it, because a published program has it built in
 */
record ServiceToken(Account account, LocalDate lastDay, String hash, boolean isPublic) {

    private static final String ALGORITHM = "SHA-256";

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private static final String FORM = "name role last-day sha256 [public]";

    /**
     * As it is configured, such as {@code backup viewer 2027-06-30 9f86d0…}, {@code public} behind it if it is.
     *
     * @throws IllegalArgumentException saying what is wrong, without any of a hash
     */
    static ServiceToken of(String configured) {
        List<String> words = List.of(configured.strip().split("\\s+"));
        if (words.size() < 4
                || words.size() > 5
                || (words.size() == 5 && !words.get(4).equals("public"))) {
            throw new IllegalArgumentException("the form is \"%s\"".formatted(FORM));
        }
        if (!HASH.matcher(words.get(3)).matches()) {
            throw new IllegalArgumentException(
                    "the hash of \"%s\" is not 64 hexadecimal digits in lower case".formatted(words.get(0)));
        }
        return new ServiceToken(
                new Account(words.get(0), words.get(1)), day(words.get(2)), words.get(3), words.size() == 5);
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException none) {
            throw new IllegalArgumentException("\"%s\" is no day such as 2027-06-30".formatted(text), none);
        }
    }

    /** The hash of a token as it was sent. */
    static String hash(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance(ALGORITHM).digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    /** Whether a token with this hash is this one; takes as long wherever they differ. */
    boolean hasHash(String other) {
        return MessageDigest.isEqual(
                hash.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }

    /** Whether it is no longer good. */
    boolean isExpired(LocalDate today) {
        return today.isAfter(lastDay);
    }

    /** Without the hash. */
    @Override
    public String toString() {
        return "token \"%s\" (%s, until %s)".formatted(account.name(), account.role(), lastDay);
    }
}
