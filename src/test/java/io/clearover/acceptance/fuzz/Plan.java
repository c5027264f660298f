package io.clearover.acceptance.fuzz;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Which request is the how many-th. First come all targets as they are described, for each role; then every target, role and
 * mutation once, in an order of chance; then again and again with two mutations at a time. Thread-safe.
 */
final class Plan {

    /** One of so many asks with a wrong password: more would look like an attack on it. */
    private static final int REQUESTS_TO_A_WRONG_PASSWORD = 100;

    private static final int REQUESTS_TO_AN_EXAMPLE = 4;

    /** What the server's configuration lets in. */
    private static final int LONGEST_BODY = 1 << 20;

    private final long seed;
    private final List<Cell> described;
    private final List<Cell> mutated;
    private final List<Mutation> mutations = Mutations.all();
    private final Map<String, List<String>> ids;
    private final String host;
    private final Map<Integer, List<Cell>> rounds = new ConcurrentHashMap<>();

    /** One thing to try. */
    private record Cell(Target target, Role role, Mutation mutation) {}

    /**
     * @param ids that path parameters can have, by the parameter's name; others get what the description shows
     * @param host the server's, with its port
     */
    Plan(long seed, List<Target> operations, List<Target> addresses, Map<String, List<String>> ids, String host) {
        this.seed = seed;
        this.ids = ids;
        this.host = host;
        this.described = Stream.concat(operations.stream(), addresses.stream())
                .flatMap(target -> Stream.of(Role.values()).map(role -> new Cell(target, role, Mutation.NONE)))
                .toList();
        this.mutated = mutations.stream()
                .flatMap(mutation -> Stream.concat(
                        operations.stream()
                                .flatMap(target -> Role.USUAL.stream().map(role -> new Cell(target, role, mutation))),
                        // who asks makes little difference there: by chance
                        addresses.stream().map(target -> new Cell(target, null, mutation))))
                .filter(cell -> cell.mutation().isFor(cell.target()))
                .toList();
    }

    int mutations() {
        return mutations.size();
    }

    /** Number of the requests that come first, without any mutation. */
    int described() {
        return described.size();
    }

    /** Number of different requests with one mutation. */
    int mutated() {
        return mutated.size();
    }

    Sent request(int number) {
        Dice dice = new Dice(seed, number);
        if (number < described.size()) {
            return sent(number, described.get(number), List.of(Mutation.NONE), dice);
        }
        int round = (number - described.size()) / mutated.size();
        Cell cell = order(round).get((number - described.size()) % mutated.size());
        List<Mutation> what = round == 0 ? List.of(cell.mutation()) : List.of(cell.mutation(), dice.oneOf(mutations));
        return sent(number, cell, what, dice);
    }

    private List<Cell> order(int round) {
        return rounds.computeIfAbsent(round, key -> {
            List<Cell> order = new ArrayList<>(mutated);
            Collections.shuffle(order, new Random(seed + round));
            return order;
        });
    }

    private Sent sent(int number, Cell cell, List<Mutation> what, Dice dice) {
        Role role = role(cell, dice);
        Draft draft = described(cell.target(), role, dice);
        what.forEach(mutation -> mutation.change().on(draft, dice));
        excuse(draft);
        return new Sent(
                number,
                cell.target(),
                role,
                String.join(" + ", what.stream().map(Mutation::name).toList()),
                draft.excuses(),
                draft.isAddressedAsDescribed(),
                draft.isHead(),
                draft.bytes());
    }

    /** For what several mutations together can lead to. */
    private static void excuse(Draft draft) {
        if (draft.body().length >= LONGEST_BODY) {
            draft.excuse(Excuse.TOO_LONG_BODY);
        }
        if (!draft.address().startsWith("/")) {
            draft.excuse(Excuse.NOT_HTTP);
        }
    }

    private static Role role(Cell cell, Dice dice) {
        if (cell.mutation() != Mutation.NONE && dice.oneIn(REQUESTS_TO_A_WRONG_PASSWORD)) {
            return Role.WRONG_PASSWORD;
        }
        return cell.role() == null ? dice.oneOf(Role.USUAL) : cell.role();
    }

    private Draft described(Target target, Role role, Dice dice) {
        Draft draft = new Draft(target, target.path(name -> id(target, name, dice)))
                .header("Host", host)
                .header("Accept", target.accepts());
        role.authorization().ifPresent(words -> draft.header("Authorization", words));
        if (target.mediaType() != null) {
            draft.header("Content-Type", target.mediaType());
        } else if (target.operation() && !target.method().equals("GET")) {
            draft.header("X-Requested-With", "fuzz");
        }
        if (!target.examples().isEmpty()) {
            draft.body(dice.oneOf(target.examples()).toString());
        }
        return draft;
    }

    private String id(Target target, String parameter, Dice dice) {
        List<String> known = ids.getOrDefault(parameter, List.of());
        return known.isEmpty() || dice.oneIn(REQUESTS_TO_AN_EXAMPLE) ? target.example(parameter) : dice.oneOf(known);
    }
}
