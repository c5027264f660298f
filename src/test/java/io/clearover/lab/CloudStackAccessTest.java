package io.clearover.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who is let in to the simulated CloudStack, and what it does not know. */
class CloudStackAccessTest {

    private static final DateTimeFormatter EXPIRES =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssZ").withZone(ZoneOffset.UTC);

    @RegisterExtension
    final RunningLab lab = new RunningLab();

    @Test
    void a_signed_request_is_answered() throws Exception {
        LabClient.Answer answer = lab.client().command("listZones");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().getJsonObject("listzonesresponse").getInt("count"))
                .isEqualTo(1);
    }

    @Test
    void a_signed_form_is_answered() throws Exception {
        LabClient.Answer answer = lab.client().cloudStackByPost(LabClient.signed("listZones", "name", "zone-east"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.content().getJsonArray("zone")).hasSize(1);
    }

    @Test
    void a_request_signed_with_another_secret_is_refused() throws Exception {
        Map<String, String> parameters = unsigned();
        parameters.put("signature", LabClient.signature(parameters, "not the secret"));

        LabClient.Answer answer = lab.client().cloudStack(parameters);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body().getJsonObject("listzonesresponse").getString("errortext"))
                .isEqualTo("unable to verify user credentials and/or request signature");
        assertThat(answer.content().getInt("errorcode")).isEqualTo(401);
    }

    @Test
    void a_request_changed_after_it_was_signed_is_refused() throws Exception {
        Map<String, String> parameters = LabClient.signed("listZones");
        parameters.put("name", "zone-west");

        assertThat(lab.client().cloudStack(parameters).status()).isEqualTo(401);
    }

    @Test
    void an_unsigned_request_is_refused() throws Exception {
        assertThat(lab.client().cloudStack(unsigned()).status()).isEqualTo(401);
    }

    @Test
    void a_request_past_its_expiry_is_refused() throws Exception {
        assertThat(expiring(Instant.now().plusSeconds(60)).status()).isEqualTo(200);
        assertThat(expiring(Instant.now().minusSeconds(60)).status()).isEqualTo(401);
    }

    @Test
    void an_unknown_command_is_refused() throws Exception {
        LabClient.Answer answer = lab.client().command("listUnicorns");

        assertThat(answer.status()).isEqualTo(432);
        assertThat(answer.body()).containsOnlyKeys("errorresponse");
    }

    @Test
    void a_missing_parameter_is_named() throws Exception {
        LabClient.Answer answer = lab.client().command("createSnapshot");

        assertThat(answer.status()).isEqualTo(431);
        assertThat(answer.content().getString("errortext"))
                .isEqualTo("Unable to execute API command createsnapshot due to missing parameter volumeid");
    }

    @Test
    void a_malformed_value_is_named() throws Exception {
        LabClient.Answer answer = lab.client().command("listVolumes", "page", "one");

        assertThat(answer.status()).isEqualTo(430);
    }

    @Test
    void an_unknown_id_is_named() throws Exception {
        LabClient.Answer answer = lab.client().command("listVolumes", "id", "0d1f");

        assertThat(answer.status()).isEqualTo(431);
        assertThat(answer.content().getString("errortext"))
                .contains(
                        "Invalid parameter id value=0d1f due to incorrect long value format, or entity does not exist");
    }

    private LabClient.Answer expiring(Instant expires) throws Exception {
        return lab.client().command("listZones", "signatureversion", "3", "expires", EXPIRES.format(expires));
    }

    private static Map<String, String> unsigned() {
        return new TreeMap<>(Map.of("command", "listZones", "response", "json", "apiKey", LabKeys.API_KEY));
    }
}
