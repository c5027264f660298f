package io.clearover;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Executable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The page of configuration keys is the truth. */
class ConfigurationTest {

    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");
    private static final Pattern VARIABLE = Pattern.compile("<variable name=\"([^\"]+)\" defaultValue=\"([^\"]*)\"/>");

    /** What the page says in words: it has no default, or one that is no constant. */
    private static final Set<String> IN_WORDS = Set.of("none", "empty", "see `platform.xml`", "those above");

    /** Each key that the application or its server reads, and its default; empty for none. */
    private static final Map<String, String> READ = new TreeMap<>();

    @BeforeAll
    static void read() throws IOException {
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("io.clearover").stream()
                        .flatMap(ConfigurationTest::injected)
                        .map(place -> place.getAnnotation(ConfigProperty.class))
                        .filter(Objects::nonNull)
                        .forEach(property -> READ.put(property.name(), property.defaultValue()));
        VARIABLE.matcher(Files.readString(Path.of("src/main/liberty/config/platform.xml")))
                .results()
                .forEach(variable -> READ.put(variable.group(1), variable.group(2)));
    }

    @Test
    void the_page_lists_exactly_the_keys_that_are_read() throws IOException {
        assertThat(listed().keySet()).isEqualTo(READ.keySet());
    }

    @Test
    void the_page_tells_the_defaults_that_hold() throws IOException {
        assertThat(listed()).allSatisfy((key, told) -> {
            if (!IN_WORDS.contains(told) && !told.contains(" in the ")) {
                assertThat(told).as(key).isEqualTo("`" + READ.get(key) + "`");
            }
        });
    }

    /** Parameters of constructors and of methods that produce beans; fields of EJBs. */
    private static Stream<AnnotatedElement> injected(JavaClass type) {
        Stream<AnnotatedElement> parameters = Stream.concat(
                        type.getConstructors().stream().map(JavaConstructor::reflect),
                        type.getMethods().stream().map(JavaMethod::reflect))
                .map(Executable::getParameters)
                .flatMap(Arrays::stream);
        return Stream.concat(parameters, type.getFields().stream().map(JavaField::reflect));
    }

    /** Each key of the page's table, and the default that it tells. */
    private static Map<String, String> listed() throws IOException {
        Map<String, String> listed = new TreeMap<>();
        Files.readString(Path.of("docs/configuration.md"))
                .lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.split(" \\| "))
                .forEach(row -> {
                    List<String> keys = QUOTED.matcher(row[0])
                            .results()
                            .map(found -> found.group(1))
                            .toList();
                    String[] defaults = keys.size() == 1 ? new String[] {row[1]} : row[1].split(", ");
                    for (int i = 0; i < keys.size(); i++) {
                        listed.put(keys.get(i), defaults[Math.min(i, defaults.length - 1)]);
                    }
                });
        return listed;
    }
}
