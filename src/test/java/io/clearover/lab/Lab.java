package io.clearover.lab;

import com.sun.net.httpserver.HttpServer;
import io.clearover.lab.appliance.BlockDevices;
import io.clearover.lab.appliance.Exports;
import io.clearover.lab.cloudstack.CloudStackApi;
import io.clearover.lab.cloudstack.Jobs;
import io.clearover.lab.cloudstack.Strangers;
import io.clearover.lab.driver.Conversion;
import io.clearover.lab.driver.DriverApi;
import io.clearover.lab.fault.About;
import io.clearover.lab.fault.Faults;
import io.clearover.lab.fault.Misbehaving;
import io.clearover.lab.http.Door;
import io.clearover.lab.seed.Seed;
import io.clearover.lab.site.Fleet;
import io.clearover.lab.site.LabVm;
import io.clearover.lab.site.Pace;
import io.clearover.lab.site.Timing;
import io.clearover.lab.source.Guests;
import io.clearover.lab.source.Replication;
import io.clearover.lab.source.SourceApi;
import io.clearover.lab.state.Room;
import io.clearover.lab.state.Store;
import io.clearover.lab.watch.ActLog;
import io.clearover.lab.watch.Acts;
import io.clearover.lab.watch.Asked;
import io.clearover.lab.watch.CallLog;
import io.clearover.lab.watch.Look;
import io.clearover.lab.watch.Looking;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * The simulated data centre: CloudStack at {@code /client/api}, the source appliance at {@code /api/v1}, the lab's own
 * control at {@code /lab}. It listens on the loopback address only. Thread safe.
 */
public final class Lab implements AutoCloseable {

    static {
        // Without it the JDK's server delays answers on kept connections by some 40 ms.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final Faults faults = new Faults(PossibleFaults::check);
    private final ActLog acts = new ActLog();
    private final CallLog calls = new CallLog();
    private final BlockDevices devices;
    private final Exports exports = new Exports();
    private final Store store;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(Lab::daemon);

    /**
     * Binds the port and loads the state.
     *
     * @param stateDir where the state is kept; made when it is not there
     * @param port     0 for any free one
     * @param pace     what every delay is multiplied with, see {@link Pace}
     * @throws IOException when the port is taken
     */
    public Lab(Path stateDir, int port, double pace) throws IOException {
        Clock clock = Clock.systemUTC();
        Timing timing = new Timing(new Pace(pace));
        Jobs jobs = new Jobs(timing, faults, acts);
        Replication replication = new Replication(timing);
        Guests guests = new Guests(acts);
        this.devices = new BlockDevices(stateDir.resolve("disk/by-id"));
        this.store = new Store(stateDir, clock, List.of(replication, guests, jobs, devices));
        Consumer<About> heard = about -> calls.add(about.calls(), about.vm(), clock.instant());
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(threads);
        server.createContext(
                "/client/api", new Door(new Misbehaving(new CloudStackApi(store, jobs, acts), faults, heard)));
        server.createContext(
                "/api/v1",
                new Door(new Misbehaving(
                        new SourceApi(store, replication, guests, timing, faults, acts), faults, heard)));
        server.createContext(
                "/lab/driver", new Door(new DriverApi(store, new Conversion(timing, acts), faults, heard)));
        server.createContext("/lab", new Door(new LabControl(store, faults, acts, devices)));
    }

    /**
     * For tests: the state is saved when the lab is closed, and lost if its process dies before.
     *
     * @return this
     */
    public Lab savedWhenClosed() {
        store.saveWhenClosed();
        return this;
    }

    /** Begins to answer. */
    public Lab start() {
        exports.open();
        server.start();
        return this;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** The lab's address without a path, such as {@code http://localhost:9082}. */
    public String url() {
        return "http://localhost:" + port();
    }

    /** The folder that stands for the appliance's {@code /dev/disk/by-id}. */
    public Path devices() {
        return devices.folder();
    }

    /** Where the appliance's export service listens, as {@code host:port}. */
    public String exports() {
        return exports.address();
    }

    /** The appliance's export service is away, or there again at the same address. */
    public void stopExports(boolean stop) {
        if (stop) {
            exports.close();
        } else {
            exports.open();
        }
    }

    /** The appliance shows no disk by its serial any more, until a reset. */
    public void hideDevices() {
        devices.hide(true);
        store.read(state -> state);
    }

    /** The appliance shows its disks by their serials again. */
    public void showDevices() {
        devices.hide(false);
        store.read(state -> state);
    }

    /**
     * Writes what an appliance's database holds about this data centre, unless it holds VMs already, the VMs
     * for load tests that it does not hold yet, and in any case where this lab can be reached now.
     */
    public void seed(DataSource database) {
        new Seed(Clock.systemUTC()).into(database, url(), store.read(state -> state.loadVms));
    }

    /**
     * Adds VMs for load tests, {@code load-01} and so on, until there are so many; {@link #seed} then tells the database. A
     * reset takes them away again.
     *
     * @param loadVms at most 99
     * @return all VMs for load tests that there are now
     */
    public List<LabVm> grow(int loadVms) {
        store.grow(loadVms);
        List<LabVm> all = store.read(state -> Fleet.with(state.loadVms));
        return all.subList(Fleet.VMS.size(), all.size());
    }

    /** What is to go wrong; kept in memory only, and cleared by {@code POST /lab/reset}. */
    public Faults faults() {
        return faults;
    }

    /** How everything is now: of each source VM, its power, and what the destination holds of it. */
    public Look look() {
        return store.read(Looking::at);
    }

    /** What was really done since the lab was opened, reset, or told to forget. */
    public Acts acts() {
        return store.read(state -> acts.all());
    }

    /** The latest calls that came in, whatever became of them. */
    public List<Asked> asked() {
        return calls.all();
    }

    /** Begins to count anew. */
    public void forgetActs() {
        store.read(state -> {
            acts.clear();
            calls.clear();
            return state;
        });
    }

    /**
     * Says how much room the destination has left; {@code new Room()} is as much as at the beginning. New VMs find no host
     * while any capacity is full.
     */
    public void makeRoom(Room room) {
        store.change(state -> state.room = room);
    }

    /** Somebody at the source switches a VM on. */
    public void switchOn(String vm) {
        store.change(state -> state.sourcePower.remove(vm));
    }

    /** The source appliance is started anew, and knows none of its replications any more. */
    public void forgetReplications() {
        store.change(state -> state.syncs.removeIf(sync -> true));
    }

    /** Somebody makes a VM of their own at the destination; gives its id. */
    public String makeVm(String name) {
        return store.change(state -> Strangers.makeVm(state, name, store.now()));
    }

    /** Somebody takes a snapshot of a volume, which comes no further than to that state, such as Error; gives its id. */
    public String takeSnapshot(String volumeId, String name, String reached) {
        return store.change(state -> Strangers.snapshot(state, volumeId, name, reached, store.now()).id);
    }

    /** Somebody gives a VM of the destination another display name. */
    public void renameVm(String vmId, String displayName) {
        store.change(state -> Strangers.rename(state, vmId, displayName));
    }

    /** Somebody attaches a volume of the destination to another VM than the one that it is attached to. */
    public void moveVolume(String volumeId, String vmId) {
        store.change(state -> Strangers.move(state, volumeId, vmId));
    }

    /** Stops at once; requests in flight lose their connection. */
    @Override
    public void close() {
        faults.clear();
        server.stop(0);
        exports.close();
        threads.shutdownNow();
        store.close();
    }

    public static void main(String[] arguments) {
        LabMain.run(List.of(arguments));
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "lab");
        thread.setDaemon(true);
        return thread;
    }
}
