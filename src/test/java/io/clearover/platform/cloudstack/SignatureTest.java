package io.clearover.platform.cloudstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The expected values come from CloudStack's documentation and from a separate computation outside Java. */
class SignatureTest {

    private static final String DOCUMENTED_SECRET =
            "VDaACYb0LV9eNjTetIOElcVQkvJck_J_QljX_FcHRj87ZKiy0z0ty0ZsYBkoXkY9b7eq1EhwJaw7FF3akA3KBQ";

    @Test
    void it_is_that_of_cloudstacks_documentation() {
        Map<String, String> parameters = Map.of(
                "command", "listUsers",
                "response", "json",
                "apiKey", "plgWJfZK4gyS3mOMTVmjUVg-X-jlWlnfaUJ9GAbBbf9EdM-kAYMmAiLqzzq1ElZLYq_u38zCm0bewzGUdP66mg");

        assertThat(signature(parameters, DOCUMENTED_SECRET)).isEqualTo("TTpdDq/7j/J58XCRHomKoQXEQds=");
    }

    @Test
    void names_go_into_it_as_they_are_brackets_included() {
        Map<String, String> parameters = Map.of(
                "command", "deployVirtualMachine",
                "apiKey", "lab-key",
                "details[0].cpuNumber", "2",
                "details[0].memory", "4096",
                "name", "web01",
                "response", "json");

        assertThat(signature(parameters, DOCUMENTED_SECRET)).isEqualTo("1mwwZqlw1uD4BFeuwY40lgu4EjU=");
    }

    @Test
    void values_are_encoded_with_a_space_as_percent_20() {
        Map<String, String> parameters = Map.of(
                "command", "createSnapshot",
                "apiKey", "k",
                "name", "Ünïcode & spaces + plus * ~ = % / : 100%",
                "volumeid", "6f1c");

        assertThat(signature(parameters, "s3cret")).isEqualTo("KpkxYx4dUfUwtszt+pWyF+Advvk=");
    }

    private static String signature(Map<String, String> parameters, String secret) {
        return Signature.of(new TreeMap<>(parameters), secret);
    }
}
