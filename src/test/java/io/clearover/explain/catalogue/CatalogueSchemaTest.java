package io.clearover.explain.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The published JSON Schema of the catalogue's files, against the files that are really used. */
class CatalogueSchemaTest {
    private static final String SCHEMA = published();

    @ParameterizedTest
    @CsvSource({
        "causes.json, ''",
        "kinds.json, #/$defs/kinds",
        "steps.json, #/$defs/steps",
        "fact-answers.json, #/$defs/factAnswers"
    })
    void the_built_in_files_have_the_published_form(String file, String part) {
        assertThat(problems(part, CatalogueFiles.text(file))).isEmpty();
    }

    @Test
    void an_operators_entry_with_texts_has_the_published_form() {
        assertThat(problems("", OperatorFileTest.ROBOT)).isEmpty();
        assertThat(problems(
                        "",
                        OperatorFileTest.ROBOT.replace("\"texts\"", "\"quick_actions\":[\"contact_admin\"],\"texts\"")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[{\"id\":\"tape-robot-busy\"}]",
                "[{\"id\":\"Tape Robot\",\"category\":\"storage\",\"severity\":\"error\",\"retryable\":true,"
                        + "\"patterns\":[\"tape\"],\"examples\":[\"tape\"]}]",
                "[{\"id\":\"tape\",\"category\":\"storage\",\"severity\":\"error\",\"retryable\":\"yes\","
                        + "\"patterns\":[\"tape\"],\"examples\":[\"tape\"]}]",
                "[{\"id\":\"tape\",\"category\":\"storage\",\"severity\":\"error\",\"retryable\":true,"
                        + "\"quick_actions\":[\"retry\"],\"patterns\":[\"tape\"],\"examples\":[\"tape\"]}]"
            })
    void another_form_is_refused(String file) {
        assertThat(problems("", file)).isNotEmpty();
    }

    @Test
    void it_names_all_kinds_of_step_and_all_languages() {
        Set<String> kinds = new TreeSet<>(new Catalogue().kinds().keySet());
        assertThat(kinds).allSatisfy(kind -> assertThat(SCHEMA).contains("\"" + kind + "\""));
        assertThat(Catalogue.LANGUAGES)
                .allSatisfy(language -> assertThat(SCHEMA).contains("\"" + language + "\": {"));
    }

    private static String published() {
        Path file =
                Path.of(System.getProperty("clearover.basedir", ""), "src/main/webapp/schemas/catalogue.schema.json");
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<ValidationMessage> problems(String part, String json) {
        String id = "https://clearover.io/schemas/catalogue.schema.json";
        JsonSchemaFactory factory = JsonSchemaFactory.getInstance(
                VersionFlag.V202012,
                builder -> builder.schemaLoaders(
                        loaders -> loaders.schemas(location -> location.equals(id) ? SCHEMA : null)));
        JsonSchema schema = factory.getSchema(SchemaLocation.of(id + part));
        return schema.validate(json, InputFormat.JSON);
    }
}
