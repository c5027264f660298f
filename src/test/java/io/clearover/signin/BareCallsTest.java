package io.clearover.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearover.acceptance.support.Endpoint;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BareCallsTest {

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/vm-contexts",
        "GET, /api/v1/vm-contexts/web01",
        "GET, /api/v1/vm-contexts/a%20b%25",
        "GET, /api/v1/replications",
        "GET, /api/v1/replications/job-20250901-120000",
        "POST, /api/v1/failover/web01/cleanup-failed",
        "DELETE, /api/v1/failover/test/2f1c",
        "GET, /api/v1/failover/rollback-test-failover-web01-1757/status",
    })
    void what_the_appliances_gui_sends_without_credentials_is_among_them(String method, String path) {
        assertThat(BareCalls.include(method, path)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/v1/failover/test",
        "POST, /api/v1/failover/live",
        "POST, /api/v1/failover/rollback",
        "POST, /api/v1/vm-contexts",
        "GET, /api/v1/me",
        "GET, /api/v1/events",
        "GET, /api/v1/jobs/2f1c/events",
        "GET, /api/v1/vm-contexts/",
        "GET, /api/v1/vm-contexts/..",
        "GET, /api/v1/vm-contexts/../me",
        "GET, /api/v1/vm-contexts/../disks",
        "GET, /api/v1/vm-contexts/web01;x",
        "GET, /api/v1/vm-contexts/web01/",
        "GET, //api/v1/vm-contexts",
        "get, /api/v1/vm-contexts",
        "POST, /api/v1/failover/a/b/cleanup-failed",
        "POST, /api/v1/failover/2f1c/cancel",
        "POST, /api/v1/failover/2f1c/retry",
    })
    void nothing_else_is(String method, String path) {
        assertThat(BareCalls.include(method, path)).isFalse();
    }

    @Test
    void all_of_the_thin_layer_of_old_forms_is_among_them() {
        List<Endpoint> missing = Endpoint.all().stream()
                .filter(endpoint ->
                        endpoint.code().getDeclaringClass().getPackageName().startsWith("io.clearover.compat"))
                .filter(endpoint -> !BareCalls.include(
                        endpoint.httpMethod(), endpoint.path().replaceAll("\\{[^}]*}", "x")))
                .toList();

        assertThat(missing).isEmpty();
    }
}
