package io.clearover.platform.cloudstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clearover.lab.LabKeys;
import io.clearover.lab.site.Destination;
import io.clearover.lab.site.Fleet;
import io.clearover.lab.site.LabNetwork;
import io.clearover.platform.DestinationSettings;
import io.clearover.platform.DestinationVm;
import io.clearover.platform.LossyLab;
import io.clearover.platform.LossyLab.Fault;
import io.clearover.platform.NewVm;
import io.clearover.platform.PlatformException;
import io.clearover.platform.Snapshot;
import io.clearover.platform.Volume;
import io.clearover.platform.http.CallRetry;
import io.clearover.platform.http.HttpExchange;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each change at the lab's CloudStack, over a line that loses requests and answers, is made, and made once. */
@Execution(ExecutionMode.CONCURRENT)
class LostAnswersLabTest {

    private static final String VM = "web01-test-1759500000";
    private static final String MARK = "web01 (unified-test-failover-web01-1759500000)";
    private static final String DISK =
            Fleet.named("web01").orElseThrow().disks().get(1).volumeId();

    /**
     * A change.
     *
     * @param prepare gives the id of what is changed
     */
    record Change(
            String command,
            Function<CloudStackPlatform, String> prepare,
            BiConsumer<CloudStackPlatform, String> make,
            BiPredicate<CloudStackPlatform, String> made) {

        @Override
        public String toString() {
            return command;
        }
    }

    @TempDir
    Path state;

    private LossyLab lab;
    private CloudStackPlatform platform;

    @BeforeEach
    void start() throws IOException {
        lab = new LossyLab(state);
        platform = platform(lab.url() + "/client/api");
    }

    @AfterEach
    void stop() {
        lab.close();
    }

    static Stream<Change> changes() {
        return Stream.of(
                new Change(
                        "createSnapshot",
                        cloud -> DISK,
                        (cloud, disk) -> cloud.createSnapshot(disk, "before test"),
                        (cloud, disk) -> cloud.snapshotsOf(disk).size() == 1
                                && cloud.snapshotsOf(disk).stream().allMatch(Snapshot::complete)),
                new Change(
                        "deleteSnapshot",
                        cloud -> cloud.createSnapshot(DISK, "before test"),
                        CloudStackPlatform::deleteSnapshot,
                        (cloud, id) -> cloud.snapshotsOf(DISK).isEmpty()),
                new Change(
                        "deployVirtualMachine",
                        cloud -> VM,
                        (cloud, name) -> createVm(cloud),
                        (cloud, name) -> cloud.vmNamed(name, MARK)
                                .filter(DestinationVm::stopped)
                                .isPresent()),
                new Change(
                        "addNicToVirtualMachine",
                        LostAnswersLabTest::createVm,
                        (cloud, id) -> cloud.addNic(id, LabNetwork.TEST_DMZ.id()),
                        (cloud, id) -> cloud.vm(id).orElseThrow().isIn(LabNetwork.TEST_DMZ.id())),
                new Change(
                        "startVirtualMachine",
                        LostAnswersLabTest::createVm,
                        CloudStackPlatform::startVm,
                        (cloud, id) -> cloud.vm(id).orElseThrow().running()),
                new Change(
                        "stopVirtualMachine",
                        LostAnswersLabTest::startedVm,
                        (cloud, id) -> cloud.stopVm(id, true),
                        (cloud, id) -> cloud.vm(id).orElseThrow().stopped()),
                new Change(
                        "destroyVirtualMachine",
                        LostAnswersLabTest::createVm,
                        CloudStackPlatform::deleteVm,
                        (cloud, id) -> cloud.vm(id).isEmpty()),
                new Change(
                        "detachVolume",
                        cloud -> DISK,
                        CloudStackPlatform::detachVolume,
                        (cloud, disk) -> cloud.volume(disk).orElseThrow().detached()),
                new Change(
                        "attachVolume",
                        LostAnswersLabTest::vmBesideDetachedDisk,
                        (cloud, vmId) -> cloud.attachVolume(DISK, vmId, OptionalInt.empty()),
                        (cloud, vmId) -> cloud.volume(DISK).orElseThrow().isAttachedTo(vmId)),
                new Change(
                        "deleteVolume",
                        LostAnswersLabTest::detachedRoot,
                        CloudStackPlatform::deleteVolume,
                        (cloud, id) -> cloud.volume(id).isEmpty()));
    }

    static Stream<Arguments> changesAndFaults() {
        Stream<Arguments> atTheCall = changes().flatMap(change -> Stream.of(Fault.values())
                .map(fault -> Arguments.of(change, change.command(), fault)));
        Stream<Arguments> atItsJob = changes()
                .filter(change -> !change.command().equals("deleteVolume"))
                .map(change -> Arguments.of(change, "queryAsyncJobResult", Fault.BAD_GATEWAY));
        return Stream.concat(atTheCall, atItsJob);
    }

    @ParameterizedTest(name = "{0}: {2} at {1}")
    @MethodSource("changesAndFaults")
    void a_change_is_made_once_whatever_the_line_loses(Change change, String call, Fault fault) {
        String id = change.prepare().apply(platform);
        long before = lab.reached(change.command());
        lab.failNext(call, fault);

        change.make().accept(platform, id);

        assertThat(lab.reached(change.command()) - before).isEqualTo(1);
        assertThat(change.made().test(platform, id)).isTrue();
    }

    @Test
    void a_lost_revert_is_done_again_but_not_while_the_first_is_under_way() {
        platform.detachVolume(DISK);
        String snapshot = platform.createSnapshot(DISK, "before test");
        lab.failNext("revertSnapshot", Fault.ANSWER_LOST_AFTER_ACTING);

        platform.revertSnapshot(snapshot);

        assertThat(lab.reached("revertSnapshot")).isEqualTo(2);
        assertThat(platform.volume(DISK)).get().returns("Ready", Volume::state);
    }

    @Test
    void a_vm_and_a_snapshot_of_that_name_that_are_there_already_are_used() {
        String vm = createVm(platform);
        String snapshot = platform.createSnapshot(DISK, "before test");

        assertThat(createVm(platform)).isEqualTo(vm);
        assertThat(platform.createSnapshot(DISK, "before test")).isEqualTo(snapshot);
        assertThat(lab.reached("deployVirtualMachine")).isEqualTo(1);
        assertThat(lab.reached("createSnapshot")).isEqualTo(1);
    }

    @Test
    void a_vm_of_that_name_that_is_another_failovers_is_not_used() {
        String others = platform.createVm(vm("web01 (unified-test-failover-web01-1759400000)"));

        assertThatThrownBy(() -> createVm(platform))
                .isInstanceOf(PlatformException.class)
                .hasMessage("a VM named \"%s\" already exists at the destination and is not this failover's: %s"
                        .formatted(VM, others));
        assertThat(lab.reached("deployVirtualMachine")).isEqualTo(1);
        assertThat(platform.vmNamed(VM, MARK)).isEmpty();
    }

    @Test
    void what_is_gone_already_counts_as_deleted() {
        String unknown = "00000000-0000-0000-0000-000000000000";

        platform.deleteVm(unknown);
        platform.deleteVolume(unknown);
        platform.deleteSnapshot(unknown);

        assertThat(lab.reached("destroyVirtualMachine")).isEqualTo(1);
    }

    private static String createVm(CloudStackPlatform cloud) {
        return cloud.createVm(vm(MARK));
    }

    private static NewVm vm(String mark) {
        return new NewVm(VM, mark, 2, 1024, LabNetwork.TEST.id());
    }

    private static String startedVm(CloudStackPlatform cloud) {
        String id = createVm(cloud);
        cloud.startVm(id);
        return id;
    }

    private static String vmBesideDetachedDisk(CloudStackPlatform cloud) {
        cloud.detachVolume(DISK);
        return createVm(cloud);
    }

    private static String detachedRoot(CloudStackPlatform cloud) {
        String root = cloud.volumesOf(createVm(cloud)).get(0).id();
        cloud.detachVolume(root);
        return root;
    }

    private static CloudStackPlatform platform(String apiUrl) {
        DestinationSettings settings = new DestinationSettings(
                "lab",
                apiUrl,
                LabKeys.API_KEY,
                LabKeys.SECRET_KEY,
                Destination.ZONE_NAME,
                Destination.TEMPLATE_ID,
                Destination.SERVICE_OFFERING_ID,
                Destination.APPLIANCE_VM_ID);
        return new CloudStackPlatform(new CloudStackClient(
                () -> settings,
                new Transport(new HttpExchange(Duration.ofSeconds(5)), Duration.ofSeconds(10)),
                new PollPolicy(Duration.ofMillis(10), Duration.ofSeconds(30)),
                new CallRetry(Duration.ofMillis(200), Duration.ofMillis(400), Duration.ofSeconds(10)),
                Clock.systemUTC()));
    }
}
