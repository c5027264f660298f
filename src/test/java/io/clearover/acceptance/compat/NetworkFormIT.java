package io.clearover.acceptance.compat;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearover.acceptance.support.Api;
import io.clearover.acceptance.support.Clearover;
import io.clearover.acceptance.support.RawRequest;
import io.clearover.acceptance.support.WithClearover;
import io.clearover.lab.fault.Fault;
import io.clearover.lab.fault.FaultKind;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Networks and their mappings as the appliance's page for them reads them. */
@WithClearover
class NetworkFormIT {

    private static final AnswerForm ANSWER = AnswerForm.of("success flag\nmessage text\ndata list");

    private static final AnswerForm MAPPING = AnswerForm.of(
            """
            id count
            vm_id source_network_name destination_network_id destination_network_name text
            vm_context_id text?
            is_test_network flag
            created_at updated_at time?
            """);

    @Test
    void a_vms_mappings_are_found_by_its_name(Clearover clearover) {
        List<JsonObject> mappings = data(clearover, "viewer", "/network-mappings/web01");

        assertThat(mappings).isNotEmpty().allSatisfy(MAPPING::check);
        assertThat(mappings)
                .extracting(mapping -> mapping.getString("vm_context_id"))
                .containsOnly("ctx-web01-20250901-090000");
        assertThat(mappings).hasSize((int) clearover.number(
                "SELECT COUNT(*) FROM network_mappings WHERE vm_context_id = 'ctx-web01-20250901-090000'"));
        assertThat(data(clearover, "viewer", "/network-mappings"))
                .allSatisfy(MAPPING::check)
                .hasSize((int) clearover.number("SELECT COUNT(*) FROM network_mappings"));
    }

    @Test
    void mappings_that_were_written_by_name_alone_are_found_too(Clearover clearover) {
        clearover.insertVm("ctx-named", "Büro 1", "vcenter.example.com", "discovered");
        map(clearover, "Büro 1", null, "by name");
        map(clearover, "ctx-named", "ctx-named", "by context");

        assertThat(data(clearover, "viewer", "/network-mappings/" + Gui.encoded("Büro 1")))
                .extracting(mapping -> mapping.getString("source_network_name"))
                .containsExactly("by context", "by name");
    }

    @Test
    void of_a_name_that_several_vms_have_no_vms_own_mappings_are_shown(Clearover clearover) {
        clearover.insertVm("ctx-twin", "web01", "vcenter2.example.com", "discovered");

        assertThat(data(clearover, "viewer", "/network-mappings/web01")).isEmpty();
    }

    @Test
    void a_vm_without_mappings_or_that_there_is_not_has_none(Clearover clearover) {
        assertThat(data(clearover, "viewer", "/network-mappings/nobody")).isEmpty();
        assertThat(data(clearover, "viewer", "/network-mappings/" + Gui.encoded("a/b")))
                .isEmpty();
    }

    @Test
    void the_destinations_networks_can_be_chosen(Clearover clearover) {
        List<JsonObject> networks = data(clearover, "viewer", "/networks/available");

        assertThat(networks)
                .isNotEmpty()
                .allSatisfy(
                        AnswerForm.of(
                                        """
                        id name display_text state zone_id zone_name network_offering network_offering_id network_type text
                        traffic_type gateway netmask cidr vlan broadcast_uri acl_type network_domain dns1 dns2 text
                        related created text
                        is_default is_shared can_use_for_deploy is_system is_persistent restart_required flag
                        specify_ip_ranges flag
                        tags object
                        """)
                                ::check);
        assertThat(networks).extracting(network -> network.getString("name")).noneMatch(String::isBlank);
        assertThat(networks)
                .extracting(network -> network.getString("zone_name"))
                .noneMatch(String::isBlank);
        assertThat(networks).extracting(network -> network.getString("gateway")).containsOnly("");
        assertThat(data(clearover, "admin", "/networks/available"))
                .extracting(network -> network.getString("gateway"))
                .noneMatch(String::isBlank);
    }

    @Test
    void a_destination_that_can_not_be_asked_is_an_error_in_plain_words(Clearover clearover) {
        clearover
                .installation()
                .lab()
                .faults()
                .add(Fault.of("listNetworks", FaultKind.UNAVAILABLE).always());

        RawRequest.Answer answer = new Gui(clearover.url(), "viewer").get("/api/v1/networks/available");

        assertThat(answer.status()).isEqualTo(503);
        JsonObject problem = Api.parse(answer.body());
        assertThat(problem.getString("type")).isEqualTo("/problems/destination-away");
        assertThat(problem.getString("detail")).isNotBlank().doesNotContain("503", "listNetworks", "can't be shown");
        clearover.letGo();
    }

    private static void map(Clearover clearover, String vmId, String context, String source) {
        clearover.sql(
                """
                INSERT INTO network_mappings (vm_id, vm_context_id, source_network_name, destination_network_id,
                       destination_network_name, is_test_network) VALUES ('%s', %s, '%s', 'net-1', 'OSSEA-L2', 0)"""
                        .formatted(vmId, context == null ? "NULL" : "'" + context + "'", source));
    }

    private static List<JsonObject> data(Clearover clearover, String user, String path) {
        RawRequest.Answer answer = new Gui(clearover.url(), user).get("/api/v1" + path);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        JsonObject json = Api.parse(answer.body());
        ANSWER.check(json);
        assertThat(json.getBoolean("success")).isTrue();
        return json.getJsonArray("data").getValuesAs(JsonObject.class);
    }
}
