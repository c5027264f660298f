package io.clearover.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How many tries are left: of one address for one account, of one address for all accounts, and of all addresses for one
 * account. Each that fails takes one; they come back with time. Memory is bounded: what was not tried for an hour, and what is
 * too much, is forgotten. Thread-safe.
 */
@ApplicationScoped
public class SignInRateLimit {

    private static final int MOST_REMEMBERED = 20_000;

    /** One address may try several accounts, and one account be tried from several. */
    private static final int ADDRESS_OR_ACCOUNT = 5;

    private final int tries;
    private final Duration pause;
    private final Cache<Object, Bucket> pairs = remembered();
    private final Cache<Object, Bucket> addresses = remembered();
    private final Cache<Object, Bucket> accounts = remembered();

    SignInRateLimit() {
        this(1, Duration.ofSeconds(1));
    }

    /**
     * @param tries of one address for one account until it must wait
     * @param pause after which it may try once more
     */
    @Inject
    public SignInRateLimit(
            @ConfigProperty(name = "clearover.sign-in.max-failures", defaultValue = "10") int tries,
            @ConfigProperty(name = "clearover.sign-in.retry-after", defaultValue = "PT10S") Duration pause) {
        this.tries = tries;
        this.pause = pause;
    }

    private static Cache<Object, Bucket> remembered() {
        return Caffeine.newBuilder()
                .maximumSize(MOST_REMEMBERED)
                .expireAfterAccess(Duration.ofHours(1))
                .build();
    }

    /** One address and one account. */
    record Pair(ClientAddress address, String user) {}

    /** How long this address must wait for this account; zero if it may try. */
    Duration pause(Pair pair) {
        Bucket own = pairs.getIfPresent(pair);
        return own == null ? Duration.ZERO : untilNext(own);
    }

    private static Duration untilNext(Bucket bucket) {
        return Duration.ofNanos(bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill());
    }

    /**
     * Takes one try, which {@link #giveBack} returns if it succeeds.
     *
     * @param known whether this account has signed in from this address: then others' failures there don't count
     * @return zero if there was one, else when to come again
     */
    Duration take(Pair pair, boolean known) {
        Bucket own = pairs.get(pair, key -> bucket(tries, pause));
        if (isGuessed(pair.user()) && own.getAvailableTokens() < tries) {
            return pause;
        }
        if (!own.tryConsume(1)) {
            return untilNext(own);
        }
        if (!known && !ofAddress(pair).tryConsume(1)) {
            own.addTokens(1);
            return untilNext(ofAddress(pair));
        }
        return Duration.ZERO;
    }

    /** Returns a try that succeeded. */
    void giveBack(Pair pair, boolean known) {
        pairs.get(pair, key -> bucket(tries, pause)).addTokens(1);
        if (!known) {
            ofAddress(pair).addTokens(1);
        }
    }

    /** Notes that one failed, for the account wherever it is tried from. */
    void failed(Pair pair) {
        accounts.get(pair.user(), key -> bucket(tries * ADDRESS_OR_ACCOUNT, pause))
                .tryConsume(1);
    }

    /**
     * Whether somebody tries an account from many addresses. Then each address has a single try at a time for it: guessing is
     * slow, and nobody can lock its owner out from elsewhere.
     */
    private boolean isGuessed(String user) {
        Bucket bucket = accounts.getIfPresent(user);
        return bucket != null && bucket.getAvailableTokens() == 0;
    }

    private Bucket ofAddress(Pair pair) {
        return addresses.get(
                pair.address(), key -> bucket(tries * ADDRESS_OR_ACCOUNT, pause.dividedBy(ADDRESS_OR_ACCOUNT)));
    }

    private static Bucket bucket(long most, Duration each) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(most).refillGreedy(1, each))
                .build();
    }
}
