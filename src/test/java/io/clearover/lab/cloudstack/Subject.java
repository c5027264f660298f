package io.clearover.lab.cloudstack;

import io.clearover.lab.fault.About;
import io.clearover.lab.site.Fleet;
import io.clearover.lab.site.LabVm;
import io.clearover.lab.state.Job;
import io.clearover.lab.state.State;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds out which source VM a command is about. */
final class Subject {

    /** Those that say more come first: a volume's, before the VM's that it is to be attached to. */
    private static final List<String> IDS = List.of("jobid", "volumeid", "snapshotid", "id", "virtualmachineid");

    private static final List<String> NAMES = List.of("name", "keyword", "displayname");

    private Subject() {}

    static About of(String command, Map<String, String> parameters, State state) {
        String vm = Stream.concat(byId(parameters, state), byName(parameters))
                .findFirst()
                .orElse(null);
        return new About(calls(command, parameters, state), vm);
    }

    private static Set<String> calls(String command, Map<String, String> parameters, State state) {
        Optional<Job> job = Optional.ofNullable(parameters.get("jobid")).flatMap(state::job);
        return command.equals("queryAsyncJobResult") && job.isPresent()
                ? Set.of("destination", command, command + ":" + job.get().command)
                : Set.of("destination", command);
    }

    private static Stream<String> byId(Map<String, String> parameters, State state) {
        return IDS.stream().map(parameters::get).filter(id -> id != null).flatMap(id -> state.sourceVmOf(id).stream());
    }

    private static Stream<String> byName(Map<String, String> parameters) {
        return NAMES.stream()
                .map(parameters::get)
                .filter(name -> name != null)
                .flatMap(name -> Fleet.mentionedIn(name).stream())
                .map(LabVm::name);
    }
}
