package io.clearover;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** The README's table of configuration keys is the truth. */
class ConfigurationTest {

    @Test
    void the_readme_lists_exactly_the_keys_that_are_read() throws IOException {
        assertThat(listed()).isEqualTo(read());
    }

    private static Set<String> read() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("io.clearover").stream()
                        .flatMap(ConfigurationTest::parameters)
                        .filter(parameter -> parameter.isAnnotationPresent(ConfigProperty.class))
                        .map(ConfigurationTest::key)
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Of constructors and of methods that produce beans. */
    private static Stream<Parameter> parameters(JavaClass type) {
        return Stream.concat(
                        type.getConstructors().stream().map(JavaConstructor::reflect),
                        type.getMethods().stream().map(JavaMethod::reflect))
                .map(Executable::getParameters)
                .flatMap(Arrays::stream);
    }

    private static String key(Parameter parameter) {
        return parameter.getAnnotation(ConfigProperty.class).name();
    }

    private static Set<String> listed() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        String section = readme.substring(readme.indexOf("## Configuration"), readme.indexOf("## Where things are"));
        return Pattern.compile("`(clearover\\.[a-z.-]+)`")
                .matcher(section.lines().filter(line -> line.startsWith("|")).collect(Collectors.joining("\n")))
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
