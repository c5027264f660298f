package io.clearover.lab;

import static io.clearover.lab.RunningLab.newVm;
import static io.clearover.lab.RunningLab.volumeId;
import static org.assertj.core.api.Assertions.assertThat;

import io.clearover.lab.site.Destination;
import io.clearover.lab.state.Room;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can be known of the destination before anything is done there. */
class CloudStackFactsTest {

    @RegisterExtension
    final RunningLab lab = new RunningLab();

    @ParameterizedTest
    @CsvSource({
        "listZones, zone, " + Destination.ZONE_ID,
        "listServiceOfferings, serviceoffering, " + Destination.SERVICE_OFFERING_ID,
        "listDiskOfferings, diskoffering, " + Destination.DISK_OFFERING_ID,
        "listTemplates, template, " + Destination.TEMPLATE_ID,
    })
    void what_a_failover_needs_is_listed(String command, String name, String id) throws Exception {
        JsonArray found = list(command, name, "id", id, "templatefilter", "executable");

        assertThat(found).hasSize(1);
        assertThat(found.getJsonObject(0).getString("id")).isEqualTo(id);
    }

    @Test
    void the_networks_of_tests_and_of_production_are_listed() throws Exception {
        assertThat(list("listNetworks", "network").getValuesAs(JsonObject.class))
                .extracting(network -> network.getString("name"))
                .containsExactlyInAnyOrder("prod-lan", "prod-dmz", "failover-test", "failover-test-dmz");
    }

    @Test
    void the_zones_capacity_has_room() throws Exception {
        assertThat(list("listCapacity", "capacity", "zoneid", Destination.ZONE_ID)
                        .getValuesAs(JsonObject.class))
                .hasSize(3)
                .allSatisfy(capacity ->
                        assertThat(number(capacity, "capacityused")).isLessThan(number(capacity, "capacitytotal")));
    }

    @Test
    void a_full_zone_says_so_and_has_no_host() throws Exception {
        lab.client().post("/lab/capacity", "{\"full\": [\"MEMORY\"]}");

        JsonObject memory = list("listCapacity", "capacity", "type", "0").getJsonObject(0);
        JsonObject ended = lab.client().finished("deployVirtualMachine", newVm("web01-test-1"));

        assertThat(number(memory, "capacityused")).isEqualTo(number(memory, "capacitytotal"));
        assertThat(memory.getString("percentused")).isEqualTo("100.00");
        assertThat(ended.getJsonObject("jobresult").getInt("errorcode")).isEqualTo(533);
    }

    @Test
    void the_accounts_use_is_told() throws Exception {
        JsonObject before = account();
        lab.emptyVm("web01-test-1");

        assertThat(before.getString("vmlimit")).isEqualTo("200");
        assertThat(before.getInt("vmtotal")).isEqualTo(1);
        assertThat(before.getString("vmavailable")).isEqualTo("199");
        assertThat(before.getString("cpulimit")).isEqualTo("Unlimited");
        assertThat(account().getInt("vmtotal")).isEqualTo(2);
    }

    @Test
    void a_limit_that_is_reached_refuses_one_more() throws Exception {
        Room room = new Room();
        room.limits.put("user_vm", 1);
        room.limits.put("snapshot", 0);
        lab.lab().makeRoom(room);

        LabClient.Answer vm = lab.client().command("deployVirtualMachine", newVm("web01-test-1"));
        LabClient.Answer snapshot = lab.client().command("createSnapshot", "volumeid", volumeId("web01", 0));

        assertThat(List.of(vm.status(), snapshot.status())).containsExactly(535, 535);
        assertThat(vm.content().getString("errortext")).startsWith("Maximum number of resources of type 'user_vm'");
        assertThat(list("listResourceLimits", "resourcelimit", "resourcetype", "0")
                        .getJsonObject(0)
                        .getInt("max"))
                .isEqualTo(1);
        assertThat(account().getString("vmavailable")).isEqualTo("0");
    }

    @Test
    void there_is_room_again_when_told_so() throws Exception {
        lab.client().post("/lab/capacity", "{\"full\": [\"CPU\"], \"limits\": {\"user_vm\": 0}}");

        lab.client().post("/lab/capacity", "{}");

        assertThat(lab.client()
                        .finished("deployVirtualMachine", newVm("web01-test-1"))
                        .getInt("jobstatus"))
                .isEqualTo(1);
    }

    @Test
    void a_capacity_that_there_is_not_is_refused() throws Exception {
        assertThat(lab.client()
                        .post("/lab/capacity", "{\"full\": [\"PATIENCE\"]}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void what_a_lost_answer_made_is_found_by_its_name() throws Exception {
        lab.emptyVm("web01-test-1");
        lab.client().finished("createSnapshot", "volumeid", volumeId("web01", 1), "name", "web01-before");

        assertThat(list("listVirtualMachines", "virtualmachine", "keyword", "web01-test"))
                .hasSize(1);
        assertThat(list("listSnapshots", "snapshot", "name", "web01-before")).hasSize(1);
        assertThat(list("listVolumes", "volume", "name", "migration-web01-web01-disk-1"))
                .hasSize(1);
    }

    private JsonObject account() throws Exception {
        return list("listAccounts", "account").getJsonObject(0);
    }

    private JsonArray list(String command, String name, String... parameters) throws Exception {
        return lab.client().command(command, parameters).content().getJsonArray(name);
    }

    private static long number(JsonObject entry, String name) {
        return entry.getJsonNumber(name).longValue();
    }
}
