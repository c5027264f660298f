package io.clearover.rawtext;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
    private static final String SECRET = "Hunter2";
    private final Redaction redaction = new Redaction();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password=Hunter2",
                "password: Hunter2",
                "PASSWORD = Hunter2 next",
                "db_password=Hunter2",
                "{\"password\":\"Hunter2\"}",
                "{\"password\" : \"Hunter2 with blank\"}",
                "{\"vcenterPassword\":\"Hunter2\"}",
                "{\\\"password\\\":\\\"Hunter2\\\"}",
                "{'secret': 'Hunter2'}",
                "password=\"Hunter2\"",
                "{\"password\":\"a\\\"Hunter2\"}",
                "password%3DHunter2%26x",
                "&quot;password&quot;:&quot;Hunter2&quot;",
                "https://admin:Hunter2@vc1.example.com/sdk",
                "mysql://oma_user:Hunter2@tcp/db",
                "nbd://Hunter2@host/x",
                "?command=listZones&apiKey=Hunter2&response=json",
                "?signature=Hunter2%3D&x=1",
                "secretkey=Hunter2",
                "sessionkey=Hunter2",
                "Authorization: Basic Hunter2",
                "authorization: Bearer Hunter2",
                "\"Authorization\":\"Bearer Hunter2\"",
                "Authorization: Hunter2",
                "Cookie: LtpaToken2=Hunter2; a=b",
                "Set-Cookie: JSESSIONID=Hunter2",
                "access_token=Hunter2",
                "token: Hunter2",
                "--password Hunter2 --vm x",
                "<password>Hunter2</password>",
                "<v:secretKey x=\"1\">Hunter2</v:secretKey>",
                "-----BEGIN RSA PRIVATE KEY-----\nHunter2\n-----END RSA PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----\nHunter2 cut off"
            })
    void secrets_are_taken_out(String text) {
        assertThat(redaction.redact(text)).doesNotContain(SECRET).contains(Redaction.MARK);
    }

    @Test
    void source_credentials_in_a_stored_address_are_taken_out_and_the_rest_stays() {
        String stored = "SNA power-state request failed: Get \"http://localhost:9081/api/v1/vm/4205a841/power-state"
                + "?password=Secr3t%21&username=administrator%40vsphere.local&vcenter=vc1.example.com\":"
                + " context deadline exceeded";

        assertThat(redaction.redact(stored))
                .isEqualTo("SNA power-state request failed: Get \"http://localhost:9081/api/v1/vm/4205a841/power-state"
                        + "?password=[redacted]&username=[redacted]&vcenter=vc1.example.com\":"
                        + " context deadline exceeded");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "virt-v2v-in-place: error: no installed kernel packages were found.",
                "dial tcp [::1]:9081: connect: connection refused",
                "Cannot complete login due to an incorrect user name or password.",
                "unable to verify user credentials and/or request signature",
                "org.libvirt.LibvirtException: operation failed: target vdb already exists"
            })
    void text_without_secrets_stays_as_it_is(String text) {
        assertThat(redaction.redact(text)).isEqualTo(text);
    }

    @Test
    void an_address_keeps_everything_but_its_credentials() {
        assertThat(redaction.redact("Get \"https://admin:Hunter2@vc1.example.com/sdk\": EOF"))
                .isEqualTo("Get \"https://[redacted]@vc1.example.com/sdk\": EOF");
    }

    @Test
    void null_stays_null() {
        assertThat(redaction.redact(null)).isNull();
    }

    @Test
    void what_is_redacted_stays_so() {
        String once = redaction.redact("{\"password\":\"Hunter2\"} apiKey=Hunter2");

        assertThat(redaction.redact(once)).isEqualTo(once);
    }
}
