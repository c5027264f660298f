package io.clearover.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.clearover.signin.SignInRateLimit.Pair;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.logging.Logger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tries to sign in, as many as the limits allow. Whoever keeps sending what was right a moment ago needs no try for it, however
 * many requests there are at once; but while none is left, it isn't let in either: who guesses must not learn what is right.
 * Each try that fails is in the log, with who was tried from where. Thread-safe.
 */
@ApplicationScoped
public class SignIns {

    private static final Logger LOG = Logger.getLogger(SignIns.class.getName());

    private static final String HASH = "HmacSHA256";

    private final SignInRateLimit limits;
    private final byte[] key = new byte[32];

    /** What was right, as keyed hashes, so that no password is kept. */
    private final Cache<String, Boolean> right = remembered(Duration.ofMinutes(10));

    /** Who has signed in from where. */
    private final Cache<Pair, Boolean> known = remembered(Duration.ofHours(12));

    SignIns() {
        this(null);
    }

    @Inject
    public SignIns(SignInRateLimit limits) {
        this.limits = limits;
        new SecureRandom().nextBytes(key);
    }

    private static <K> Cache<K, Boolean> remembered(Duration time) {
        return Caffeine.newBuilder().maximumSize(20_000).expireAfterWrite(time).build();
    }

    /**
     * Tries once.
     *
     * @param check asks the user registry
     */
    SignInResult tried(Credentials sent, ClientAddress from, BooleanSupplier check) {
        Pair pair = new Pair(from, sent.user());
        Duration pause = limits.pause(pair);
        if (!pause.isZero()) {
            return SignInResult.wait(pause);
        }
        String hash = hash(pair, sent.password());
        AtomicReference<SignInResult> own = new AtomicReference<>();
        right.get(hash, unknown -> {
            own.set(guess(pair, check));
            return own.get().accepted() ? true : null;
        });
        return own.get() == null ? again(pair, hash, check) : own.get();
    }

    private SignInResult guess(Pair pair, BooleanSupplier check) {
        boolean knownHere = known.getIfPresent(pair) != null;
        Duration wait = limits.take(pair, knownHere);
        if (!wait.isZero()) {
            return SignInResult.wait(wait);
        }
        if (!check.getAsBoolean()) {
            limits.failed(pair);
            LOG.warning(() -> "sign-in failed: user=\"%s\" address=%s".formatted(pair.user(), pair.address()));
            return SignInResult.REFUSED;
        }
        limits.giveBack(pair, knownHere);
        known.put(pair, true);
        return SignInResult.ACCEPTED;
    }

    /** The registry has the last word also on what was right: a password may have been changed. */
    private SignInResult again(Pair pair, String hash, BooleanSupplier check) {
        if (check.getAsBoolean()) {
            return SignInResult.ACCEPTED;
        }
        right.invalidate(hash);
        return guess(pair, () -> false);
    }

    private String hash(Pair pair, String password) {
        try {
            Mac mac = Mac.getInstance(HASH);
            mac.init(new SecretKeySpec(key, HASH));
            String all = String.join("\n", pair.address().text(), pair.user(), password);
            return HexFormat.of().formatHex(mac.doFinal(all.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + HASH, e);
        }
    }
}
