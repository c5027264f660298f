package io.clearover.explain;

import io.clearover.explain.catalogue.Catalogue;
import io.clearover.explain.catalogue.Category;
import io.clearover.explain.catalogue.Cause;
import io.clearover.explain.catalogue.FailedOperation;
import io.clearover.explain.catalogue.OperationType;
import io.clearover.explain.catalogue.StepCatalogue;
import io.clearover.explain.catalogue.TypicalDuration;
import io.clearover.explain.facts.Condition;
import io.clearover.explain.facts.Facts;
import io.clearover.explain.facts.FaultObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The operators' troubleshooting guide, made from the catalogue in every build, so that it can't be stale: a section for
 * each cause, the table of steps, and how technical text is kept away from people.
 */
public final class TroubleshootingGuide {

    private final Catalogue catalogue;
    private final StepCatalogue steps;

    TroubleshootingGuide(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.steps = new StepCatalogue(catalogue);
    }

    /** Writes the guide to the file that is named first; called by the build. */
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        Files.createDirectories(file.getParent());
        Files.writeString(file, new TroubleshootingGuide(new Catalogue()).html());
    }

    /** A whole page, well-formed, with an anchor for each cause's slug. */
    String html() {
        return """
                <!DOCTYPE html>
                <html lang="en">
                  <head>
                    <meta charset="utf-8"/>
                    <meta name="viewport" content="width=device-width, initial-scale=1"/>
                    <title>Clearover: troubleshooting</title>
                    <link rel="icon" href="/favicon.svg"/>
                    <link rel="stylesheet" href="/styles/tokens.css"/>
                    <link rel="stylesheet" href="/styles/guide.css"/>
                  </head>
                  <body>
                    <main>
                      <p><a href="/">Clearover</a></p>
                      <h1>Troubleshooting</h1>
                      <p>What can go wrong in a failover, a rollback or a replication, what it means, and what you can do.
                        The wording fits a test failover; on the page it fits your operation and the step that failed.</p>
                      <nav aria-label="Categories"><ul>%s</ul></nav>
                      %s
                      %s
                      %s
                      <h2 id="steps">Steps</h2>
                      <table>
                        <thead><tr><th scope="col">Step</th><th scope="col">Part</th><th scope="col">Usually takes</th><th scope="col">What happens</th></tr></thead>
                        <tbody>%s</tbody>
                      </table>
                      <h2 id="sanitizing">What is kept from whom</h2>
                      <ul>
                        <li>Every text that someone without the administrator role reads comes from the catalogue behind this
                          page, never from an error, cut or whole.</li>
                        <li>An error is first read into facts: where the fault is, what it is about and what is wrong with it. It
                          decides only which entry of the catalogue answers, and only one that fits the facts. Where none
                          does, the facts are said; an error that tells none gets the step's general answer.</li>
                        <li>On its way out every answer is looked at once more. A path, a device, an address, a tool's name or
                          the like would be replaced by a general text, and logged.</li>
                        <li>Administrators see the technical details. Passwords, keys, tokens and signatures are taken out of
                          them too.</li>
                      </ul>
                    </main>
                  </body>
                </html>
                """
                .formatted(
                        categories(category -> "<li><a href=\"#category-%1$s\">%2$s</a></li>"
                                .formatted(category.jsonName(), title(category))),
                        unrecognized(),
                        facts(),
                        categories(this::category),
                        steps());
    }

    private static String categories(Function<Category, String> each) {
        return List.of(Category.values()).stream().map(each).collect(Collectors.joining("\n"));
    }

    private String category(Category category) {
        String sections = catalogue.causes().stream()
                .filter(cause -> cause.category() == category)
                .sorted(Comparator.comparing(cause -> summary(cause)))
                .map(this::cause)
                .collect(Collectors.joining("\n"));
        return "<h2 id=\"category-%s\">%s</h2>\n%s".formatted(category.jsonName(), title(category), sections);
    }

    private String cause(Cause cause) {
        MessageSelector selector = selector();
        return section(cause.id(), summary(cause), selector.reason(cause), selector.actions(cause));
    }

    private MessageSelector selector() {
        return new MessageSelector(
                catalogue.texts(), catalogue.kind(Catalogue.OTHER), FailedOperation.of(OperationType.TEST_FAILOVER));
    }

    private String unrecognized() {
        MessageSelector selector = selector();
        return section(
                Explanation.UNRECOGNIZED,
                "A cause that is not known",
                selector.genericReason(),
                selector.genericActions());
    }

    /** What is said where the facts of an error are known, and no cause: for each condition what to look at. */
    private String facts() {
        String rows = Stream.concat(Arrays.stream(Condition.values()), Stream.of((Condition) null))
                .map(condition -> new Facts(null, FaultObject.SERVICE, condition, null))
                .map(this::row)
                .collect(Collectors.joining("\n"));
        return """
                <section id="facts"><h3>What is known from the error alone</h3>
                  <p>Where no cause below fits, the page says what the error is about, what is wrong with it and where, as far
                    as the error tells. A service stands here for whatever it is about.</p>
                  <table>
                    <thead><tr><th scope="col">What is wrong</th><th scope="col">What to look at</th></tr></thead>
                    <tbody>%s</tbody>
                  </table>
                </section>
                """
                .formatted(rows);
    }

    private String row(Facts facts) {
        FactWords words = selector().words(facts);
        return "<tr id=\"%s\"><th scope=\"row\">%s</th><td>%s</td></tr>"
                .formatted(
                        Explanation.causeOf(facts),
                        escaped(words.reason()),
                        escaped(words.actions(false).get(0)));
    }

    private static String section(String id, String title, String meaning, List<String> toDo) {
        String items = toDo.stream()
                .map(step -> "<li>%s</li>".formatted(escaped(step)))
                .collect(Collectors.joining());
        return "<section id=\"%s\"><h3>%s</h3><p>%s</p><ul>%s</ul></section>"
                .formatted(escaped(id), escaped(title), escaped(meaning), items);
    }

    private String steps() {
        return catalogue.steps().stream()
                .map(step -> steps.of(step.names().get(0)))
                .map(step -> "<tr id=\"step-%s\"><th scope=\"row\">%s</th><td>%s</td><td>%s</td><td>%s</td></tr>"
                        .formatted(
                                step.slug(),
                                escaped(step.displayName()),
                                step.category().jsonName(),
                                step.typicalDuration()
                                        .map(TroubleshootingGuide::range)
                                        .orElse(""),
                                escaped(step.description())))
                .collect(Collectors.joining("\n"));
    }

    private static String range(TypicalDuration typical) {
        return amount(typical.from()) + " to " + amount(typical.to());
    }

    /** In the largest unit of which it is at least two, rounded. */
    private static String amount(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds < 120) {
            return seconds == 1 ? "1 second" : seconds + " seconds";
        }
        return seconds < 7200 ? Math.round(seconds / 60.0) + " minutes" : Math.round(seconds / 3600.0) + " hours";
    }

    private String summary(Cause cause) {
        return capital(catalogue.texts().get("cause." + cause.id() + ".summary"));
    }

    private static String title(Category category) {
        return capital(category.jsonName());
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
