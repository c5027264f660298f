package io.clearover;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Prints which test classes of a build took longest, from the reports of Surefire and Failsafe. Runs in the build's own JVM:
 * reports that are older than that are of an earlier build.
 */
public final class SlowestClasses {

    private static final int MOST = 20;

    /** When the build began, in milliseconds. */
    private static final long BEGUN = ManagementFactory.getRuntimeMXBean().getStartTime();

    private static final Pattern SUITE = Pattern.compile("<testsuite\\b[^>]*>");
    private static final Pattern NAME = Pattern.compile("\\bname=\"([^\"]+)\"");
    private static final Pattern TIME = Pattern.compile("\\btime=\"([\\d.,]+)\"");

    private SlowestClasses() {}

    /** How long a class took, in seconds, with what it started. */
    private record Took(String name, double seconds) {}

    /** @param arguments the build's folders with reports; one that isn't there is skipped */
    public static void main(String[] arguments) throws IOException {
        List<Took> all = Stream.of(arguments)
                .map(Path::of)
                .filter(Files::isDirectory)
                .flatMap(SlowestClasses::reports)
                .map(SlowestClasses::took)
                .sorted(Comparator.comparingDouble(Took::seconds).reversed())
                .toList();
        System.out.printf(
                "The slowest of %d test classes, which took %.0f s in all:%n",
                all.size(), all.stream().mapToDouble(Took::seconds).sum());
        all.stream().limit(MOST).forEach(took -> System.out.printf("%7.1f s  %s%n", took.seconds(), took.name()));
    }

    private static Stream<Path> reports(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files
                    .filter(file -> file.getFileName().toString().matches("TEST-.*\\.xml"))
                    .filter(file -> file.toFile().lastModified() >= BEGUN)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new IllegalStateException(folder + " can't be read", e);
        }
    }

    private static Took took(Path report) {
        try {
            Matcher suite = SUITE.matcher(Files.readString(report));
            if (!suite.find()) {
                throw new IllegalStateException(report + " is no report of tests");
            }
            String seconds = found(TIME, suite.group(), report).replace(",", "");
            return new Took(found(NAME, suite.group(), report), Double.parseDouble(seconds));
        } catch (IOException e) {
            throw new IllegalStateException(report + " can't be read", e);
        }
    }

    private static String found(Pattern pattern, String text, Path report) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("%s has no %s".formatted(report, pattern));
        }
        return matcher.group(1);
    }
}
