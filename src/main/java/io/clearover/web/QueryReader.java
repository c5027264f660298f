package io.clearover.web;

import io.clearover.web.Problem.FieldError;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads what stands behind the question mark of an address, parameter by parameter. What is wrong is collected, so that
 * {@link #check} names all of it at once; a parameter that nobody reads is no fault, and an empty one is none. Used by one
 * thread.
 */
public final class QueryReader {

    /** What every database can compare with its columns. */
    private static final Instant EARLIEST = Instant.parse("1970-01-02T00:00:00Z");

    private static final Instant LATEST = Instant.parse("2037-12-31T00:00:00Z");

    private final MultivaluedMap<String, String> parameters;
    private final Map<String, String> faults = new LinkedHashMap<>();

    public QueryReader(UriInfo address) {
        this.parameters = address.getQueryParameters();
    }

    /** The parameter, the first of several; null if it isn't there, or is too long, which is noted. */
    public String text(String name, int longest) {
        String sent = parameters.getFirst(name);
        if (sent == null || sent.isBlank()) {
            return null;
        }
        if (sent.length() > longest) {
            fault(name, "must be a text of 1 to %d characters".formatted(longest));
            return null;
        }
        return sent;
    }

    /** Whether it was sent at all. */
    public boolean has(String name) {
        return text(name, Integer.MAX_VALUE) != null;
    }

    /** A whole number; what isn't one between these two is noted. */
    public int number(String name, int least, int most, int otherwise) {
        String sent = text(name, Integer.MAX_VALUE);
        if (sent == null) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(sent);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException none) {
            // told below
        }
        fault(name, "must be a whole number from %d to %d".formatted(least, most));
        return otherwise;
    }

    /** An instant; null if it isn't there, or is none, which is noted. */
    public Instant instant(String name) {
        String sent = text(name, Integer.MAX_VALUE);
        Optional<Instant> read = sent == null ? Optional.empty() : instantOf(sent);
        if (sent != null && read.isEmpty()) {
            fault(name, "must be a time such as 2025-10-03T14:00:00Z");
        }
        return read.orElse(null);
    }

    /** The instant that a text tells, if it tells one between 1970 and 2037. */
    public static Optional<Instant> instantOf(String text) {
        try {
            Instant instant = OffsetDateTime.parse(text).toInstant();
            return instant.isBefore(EARLIEST) || instant.isAfter(LATEST) ? Optional.empty() : Optional.of(instant);
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    /** true or false; false if it isn't there. */
    public boolean flag(String name) {
        String sent = text(name, Integer.MAX_VALUE);
        if (sent != null && !sent.equals("true") && !sent.equals("false")) {
            fault(name, "must be true or false");
        }
        return "true".equals(sent);
    }

    /** One of these words; null if it isn't there, or is another, which is noted. */
    public <T> T word(String name, T[] values, Function<T, String> word) {
        List<T> read = new ArrayList<>(words(name, values, word));
        if (read.size() > 1) {
            fault(name, oneOf(values, word));
        }
        return read.isEmpty() ? null : read.get(0);
    }

    /** Some of these words, with commas between them or each sent by itself; what is none of them is noted. */
    public <T> Set<T> words(String name, T[] values, Function<T, String> word) {
        Set<T> read = new LinkedHashSet<>();
        List<String> sent = Optional.ofNullable(parameters.get(name)).orElse(List.of()).stream()
                .flatMap(text -> Arrays.stream(text.split(",")))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
        for (String text : sent) {
            Stream.of(values)
                    .filter(value -> word.apply(value).equals(text))
                    .findFirst()
                    .ifPresentOrElse(read::add, () -> fault(name, oneOf(values, word)));
        }
        return read;
    }

    private static <T> String oneOf(T[] values, Function<T, String> word) {
        return Stream.of(values).map(word).collect(Collectors.joining(", ", "must be one of ", ""));
    }

    /** Notes that a parameter is wrong, unless it is known to be. */
    public void fault(String name, String message) {
        faults.putIfAbsent(name, message);
    }

    /**
     * Ends the reading.
     *
     * @throws ProblemException (400) if anything was wrong
     */
    public void check() {
        if (!faults.isEmpty()) {
            throw ProblemException.badRequest(faults.entrySet().stream()
                    .map(fault -> new FieldError(fault.getKey(), fault.getValue()))
                    .toList());
        }
    }
}
