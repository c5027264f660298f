package io.clearover.platform.vma;

import io.clearover.platform.PlatformException;
import io.clearover.platform.PowerState;
import io.clearover.platform.ReplicationProgress;
import io.clearover.platform.SourceDisk;
import io.clearover.platform.SourceVm;
import io.clearover.platform.http.JsonFields;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** The source appliance's answers in the port's words. */
final class ApplianceAnswers {

    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    private ApplianceAnswers() {}

    static SourceVm vm(JsonFields vm) {
        List<SourceDisk> disks =
                vm.objects("disks").stream().map(ApplianceAnswers::disk).toList();
        List<String> networks = vm.objects("networks").stream()
                .map(network -> network.text("network_name"))
                .filter(name -> !name.isBlank())
                .distinct()
                .toList();
        return new SourceVm(vm.text("id"), vm.text("name"), vm.text("path"), vm.text("power_state"), disks, networks);
    }

    private static SourceDisk disk(JsonFields disk) {
        return new SourceDisk(disk.text("id"), disk.text("vmdk_path"), disk.whole("capacity_bytes", 0));
    }

    static PowerState powerState(JsonFields answer) {
        String state = answer.text("power_state");
        return switch (state.toLowerCase(Locale.ROOT)) {
            case "poweredon" -> PowerState.POWERED_ON;
            case "poweredoff" -> PowerState.POWERED_OFF;
            case "suspended" -> PowerState.SUSPENDED;
            default ->
                throw new PlatformException("SNA power-state API gave an unknown power state: \"%s\"".formatted(state));
        };
    }

    static ReplicationProgress progress(JsonFields answer) {
        JsonFields aggregate = answer.object("aggregate");
        String changeId = answer.object("cbt").text("change_id");
        BigDecimal percent = aggregate.number("percent").orElse(BigDecimal.ZERO);
        return new ReplicationProgress(
                answer.text("stage"),
                answer.text("status"),
                percent.max(BigDecimal.ZERO).min(ALL).doubleValue(),
                aggregate.whole("bytes_transferred", 0),
                aggregate.whole("total_bytes", 0),
                changeId.isBlank() ? null : changeId);
    }
}
