package io.clearover.vm;

import io.clearover.database.Database;
import io.clearover.database.Json;
import io.clearover.job.ContextId;
import io.clearover.job.FailoverType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.JsonbException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The networks that VMs have at the source, and what they are mapped to at the destination. Thread-safe. */
@ApplicationScoped
public class NetworkMappings {

    /** Uses idx_vm_disks_context; each disk of a VM repeats the VM's networks. */
    private static final String CONFIGURATION =
            "SELECT network_config FROM vm_disks WHERE vm_context_id = :context AND network_config <> '' ORDER BY disk_id";

    private static final String MAPPINGS =
            """
            SELECT source_network_name, destination_network_id
              FROM network_mappings WHERE vm_context_id = :context AND
            """;

    /** Uses idx_network_mappings_vm_context_id, as {@link #FOR_LIVE}. */
    private static final String FOR_TEST =
            MAPPINGS + " (is_test_network = 1 OR mapping_type IN ('test', 'both')) ORDER BY is_test_network DESC, id";

    /** The column's default is live, so a test mapping may say live too. */
    private static final String FOR_LIVE = MAPPINGS
            + " (mapping_type = 'both' OR is_test_network = 0 AND mapping_type = 'live') ORDER BY is_test_network, id";

    private final Database database;

    NetworkMappings() {
        this(null);
    }

    @Inject
    public NetworkMappings(Database database) {
        this.database = database;
    }

    /** A source network, and the network of the destination that takes its place. */
    public record Mapping(String sourceNetworkName, String destinationNetworkId) {}

    /** Names of the source's networks in the order of the VM's NICs, each once; empty if the VM has none or none is known. */
    private List<String> sourceNetworks(ContextId context) {
        return database.first(CONFIGURATION, Map.of("context", context.value()), Configuration.class).stream()
                .flatMap(found -> Arrays.stream(nics(found.networkConfig())))
                .map(Nic::networkName)
                .filter(name -> name != null && !name.isBlank())
                .distinct()
                .toList();
    }

    /** The VM's mappings for failovers of that type. */
    private List<Mapping> mappings(ContextId context, FailoverType type) {
        String sql = type == FailoverType.TEST ? FOR_TEST : FOR_LIVE;
        return database.list(sql, Map.of("context", context.value()), Mapping.class);
    }

    /** The VM's networks with their mappings for failovers of that type. */
    public MappedNetworks mapped(ContextId context, FailoverType type) {
        return MappedNetworks.of(sourceNetworks(context), mappings(context, type));
    }

    private static Nic[] nics(String config) {
        try {
            return Json.read(config, Nic[].class);
        } catch (JsonbException unreadable) {
            return new Nic[0];
        }
    }

    /** A row of {@link #CONFIGURATION}. */
    public record Configuration(String networkConfig) {}

    /** What of a NIC's description matters here. */
    public record Nic(String networkName) {}
}
