package io.clearover.lab;

import io.clearover.lab.site.Destination;
import io.clearover.lab.site.Fleet;
import io.clearover.lab.site.LabNetwork;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A fresh lab for each test, and a client of it. */
final class RunningLab implements BeforeEachCallback, AfterEachCallback {

    static final double PACE = 0.05;

    private Path folder;
    private Lab lab;
    private LabClient client;

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        folder = Files.createTempDirectory("lab");
        open(PACE);
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        lab.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Stops the lab and starts another one with the same state. */
    void restart(double pace) throws IOException {
        lab.close();
        open(pace);
    }

    Lab lab() {
        return lab;
    }

    LabClient client() {
        return client;
    }

    /** A volume as the lab's own control shows it. */
    JsonObject volume(String id) throws Exception {
        return client.get("/lab/state").body().getJsonArray("volumes").getValuesAs(JsonObject.class).stream()
                .filter(volume -> volume.getString("id").equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** Id of a source VM's copied disk. */
    static String volumeId(String vmName, int index) {
        return Fleet.named(vmName).orElseThrow().disks().get(index).volumeId();
    }

    /** Parameters to make a VM with one card, not to be started. */
    static String[] newVm(String name) {
        return List.of(
                        List.of("name", name),
                        List.of("zoneid", Destination.ZONE_ID),
                        List.of("serviceofferingid", Destination.SERVICE_OFFERING_ID),
                        List.of("templateid", Destination.TEMPLATE_ID),
                        List.of("networkids", LabNetwork.TEST.id()),
                        List.of("details[0].cpuNumber", "4"),
                        List.of("details[0].memory", "8192"),
                        List.of("startvm", "false"))
                .stream()
                .flatMap(List::stream)
                .toArray(String[]::new);
    }

    /** Makes a VM without its own root volume, as a failover needs it; answers its id. */
    String emptyVm(String name) throws Exception {
        JsonObject vm = client.finished("deployVirtualMachine", newVm(name))
                .getJsonObject("jobresult")
                .getJsonObject("virtualmachine");
        String id = vm.getString("id");
        String root = client.command("listVolumes", "virtualmachineid", id, "type", "ROOT")
                .content()
                .getJsonArray("volume")
                .getJsonObject(0)
                .getString("id");
        client.finished("detachVolume", "id", root);
        client.command("deleteVolume", "id", root);
        return id;
    }

    private void open(double pace) throws IOException {
        lab = new Lab(folder, 0, pace).start();
        client = new LabClient(lab.url());
    }
}
