package io.clearover.lab.seed;

import io.clearover.lab.LabKeys;
import io.clearover.lab.http.Document;
import io.clearover.lab.site.Destination;
import io.clearover.lab.site.LabNetwork;
import io.clearover.lab.site.LabVm;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The appliance's settings: where the destination is, and the credentials of the vCenters. */
final class Settings {

    private static final String NAME = "lab";
    private static final Duration AGE = Duration.ofDays(60);

    private static final String BY_HOST = "SELECT id FROM vmware_credentials WHERE vcenter_host = ?";

    private final Rows rows;
    private final Instant now;
    private final Map<String, Long> credentials = new HashMap<>();

    Settings(Rows rows, Instant now) {
        this.rows = rows;
        this.now = now;
    }

    /** Writes where the lab's CloudStack is; answers the row's id. */
    long destination(String labUrl) throws SQLException {
        String apiUrl = labUrl + "/client/api";
        if (rows.any("SELECT 1 FROM ossea_configs WHERE name = ?", NAME)) {
            rows.update(
                    "UPDATE ossea_configs SET api_url = ?, updated_at = ? WHERE name = ? AND api_url <> ?",
                    apiUrl,
                    now,
                    NAME,
                    apiUrl);
            return rows.number("SELECT id FROM ossea_configs WHERE name = ?", NAME);
        }
        return rows.insert(
                "ossea_configs",
                Document.of("name", NAME)
                        .with("api_url", apiUrl)
                        .with("api_key", LabKeys.API_KEY)
                        .with("secret_key", LabKeys.SECRET_KEY)
                        .with("domain", Destination.DOMAIN)
                        .with("zone", Destination.ZONE_NAME)
                        .with("template_id", Destination.TEMPLATE_ID)
                        .with("network_id", LabNetwork.TEST.id())
                        .with("service_offering_id", Destination.SERVICE_OFFERING_ID)
                        .with("disk_offering_id", Destination.DISK_OFFERING_ID)
                        .with("oma_vm_id", Destination.APPLIANCE_VM_ID)
                        .with("created_at", now.minus(AGE))
                        .with("updated_at", now)
                        .with("is_active", 1));
    }

    /** The credentials of a VM's vCenter. Their password is encrypted with a key that only the appliance has. */
    long credential(LabVm vm) throws SQLException {
        if (!credentials.containsKey(vm.vcenter())) {
            boolean known = rows.any(BY_HOST, vm.vcenter());
            credentials.put(vm.vcenter(), known ? rows.number(BY_HOST, vm.vcenter()) : insertCredential(vm));
        }
        return credentials.get(vm.vcenter());
    }

    private long insertCredential(LabVm vm) throws SQLException {
        return rows.insert(
                "vmware_credentials",
                Document.of("credential_name", vm.datacenter() + " vCenter")
                        .with("vcenter_host", vm.vcenter())
                        .with("username", LabKeys.SOURCE_USERNAME)
                        .with("password_encrypted", "bGFiOm5vdCByZWFkYWJsZSB3aXRob3V0IHRoZSBhcHBsaWFuY2Uga2V5")
                        .with("datacenter", vm.datacenter())
                        .with("is_active", 1)
                        .with("is_default", credentials.isEmpty() ? 1 : 0)
                        .with("created_at", now.minus(AGE))
                        .with("updated_at", now.minus(AGE))
                        .with("created_by", "admin")
                        .with("last_used", now.minus(Duration.ofMinutes(20)))
                        .with("usage_count", 412));
    }
}
