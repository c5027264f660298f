package io.clearover.acceptance.fuzz;

import io.clearover.acceptance.fuzz.Answer.End;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;

/** Asks a running server of this machine broken requests for a while. For one use. */
public final class Fuzzing implements AutoCloseable {

    /** Connections at a time. */
    private static final int CLIENTS = 3;

    private static final int MOST_SHOWN = 40;

    /** Answers of the operation itself: done, or not in this state. */
    private static final Set<Integer> REACHED = Set.of(200, 202, 409);

    private final Settings settings;
    private final Plan plan;
    private final Wire wire;
    private final List<Rule> rules;
    private final List<Target> operations;
    private final List<Target> addresses = Addresses.all();
    private final Findings findings = new Findings();
    private final Map<String, Integer> answers = new ConcurrentHashMap<>();
    private final Set<Target> reached = ConcurrentHashMap.newKeySet();
    private final AtomicInteger next = new AtomicInteger();

    /**
     * What is asked, and for how long.
     *
     * @param port of the server
     * @param description what it serves at {@code /openapi?format=json}
     * @param ids that path parameters can have, by the parameter's name
     * @param secrets what no answer may have
     * @param most requests
     */
    public record Settings(
            long seed,
            int port,
            String description,
            Map<String, List<String>> ids,
            List<String> secrets,
            Duration duration,
            int most) {}

    public Fuzzing(Settings settings) {
        this.settings = settings;
        this.operations =
                new ServedDescription(JsonTexts.parse(settings.description()).asJsonObject()).operations();
        this.plan = new Plan(settings.seed(), operations, addresses, settings.ids(), "localhost:" + settings.port());
        this.wire = new Wire(settings.port());
        this.rules = List.of(
                new AnsweredRule(),
                new StatusRule(),
                new AccessRule(),
                new SecretRule(settings.secrets()),
                new InternalsRule(),
                new LeakRule(),
                new ProblemRule(),
                new TooManyRule(),
                new SecurityHeadersRule());
    }

    /** Asks until time or requests are used up. */
    public void run() {
        long end = System.nanoTime() + settings.duration().toNanos();
        // all of these before the others: what they find is no finding of a mutation
        clients(number -> number < plan.described());
        next.set(plan.described());
        clients(number -> number < settings.most() && System.nanoTime() < end);
    }

    /** Asks one request alone, and tells all of it. */
    public String once(int number) {
        Sent sent = plan.request(number);
        Answer answer = ask(sent);
        return "%d: %s, %s, %s%n%s%n%s"
                .formatted(number, sent.target(), sent.role(), sent.mutation(), sent.shown(), answer.all());
    }

    private void clients(IntPredicate on) {
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        List<Future<?>> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            clients.add(threads.submit(() -> {
                for (int number = next.getAndIncrement(); on.test(number); number = next.getAndIncrement()) {
                    ask(plan.request(number));
                }
            }));
        }
        threads.shutdown();
        clients.forEach(Fuzzing::await);
    }

    private Answer ask(Sent sent) {
        Answer answer = wire.ask(sent.bytes(), !sent.excuses().isEmpty(), sent.head());
        answers.merge(
                answer.end() == End.COMPLETE
                        ? String.valueOf(answer.status())
                        : answer.end().name(),
                1,
                Integer::sum);
        if (sent.asDescribed() && REACHED.contains(answer.status())) {
            reached.add(sent.target());
        }
        rules.forEach(rule -> rule.broken(sent, answer).ifPresent(fault -> findings.add(fault, sent, answer)));
        return answer;
    }

    private static void await(Future<?> client) {
        try {
            client.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** Each kind of fault once, at most 40. */
    public List<String> findings() {
        return findings.first(MOST_SHOWN, settings.seed());
    }

    /** Each kind of fault once. */
    public List<String> allFindings() {
        return findings.texts(settings.seed());
    }

    /** What was asked, in numbers. */
    public String summary() {
        int asked = answers.values().stream().mapToInt(Integer::intValue).sum();
        return "fuzz.seed=%d: %d requests; %d operations and %d other addresses, %d mutations, %d of %d pairs; answers %s;"
                        .formatted(
                                settings.seed(),
                                asked,
                                operations.size(),
                                addresses.size(),
                                plan.mutations(),
                                Math.min(plan.mutated(), asked - plan.described()),
                                plan.mutated(),
                                new TreeMap<>(answers))
                + " %d kinds of faults".formatted(findings.size());
    }

    /** How many of a hundred requests were turned away because there were too many: they tested nothing. */
    public int percentTurnedAway() {
        int asked = answers.values().stream().mapToInt(Integer::intValue).sum();
        return 100 * answers.getOrDefault(String.valueOf(TooManyRule.TOO_MANY), 0) / Math.max(1, asked);
    }

    /** Operations that no request got through to: nothing was learned of them. */
    public List<String> notReached() {
        return operations.stream()
                .filter(operation -> !reached.contains(operation))
                .map(Target::toString)
                .toList();
    }

    @Override
    public void close() {
        wire.close();
    }
}
