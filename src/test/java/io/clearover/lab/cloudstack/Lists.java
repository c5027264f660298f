package io.clearover.lab.cloudstack;

import io.clearover.lab.http.Document;
import io.clearover.lab.state.Machine;
import io.clearover.lab.state.Snapshot;
import io.clearover.lab.state.State;
import io.clearover.lab.state.Volume;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The lists of things that change: VMs, volumes, snapshots. */
final class Lists {

    private static final int PAGE = 500;

    private Lists() {}

    static Document machines(Request request) {
        State state = request.state();
        checkId(request, "id", id -> state.machine(id).isPresent());
        return answer(
                request,
                "virtualmachine",
                state.machines.stream()
                        .filter(equal(request, "id", (Machine machine) -> machine.id))
                        .filter(equal(request, "state", machine -> machine.state))
                        .filter(like(request, "name", machine -> machine.name))
                        .filter(like(request, "keyword", machine -> machine.name + " " + machine.displayName))
                        .map(Shapes::machine));
    }

    static Document volumes(Request request) {
        State state = request.state();
        checkId(request, "id", id -> state.volume(id).isPresent());
        checkId(request, "virtualmachineid", id -> state.machine(id).isPresent());
        return answer(
                request,
                "volume",
                state.volumes.stream()
                        .filter(equal(request, "id", (Volume volume) -> volume.id))
                        .filter(equal(request, "virtualmachineid", volume -> volume.attachedTo))
                        .filter(equal(request, "type", volume -> volume.type))
                        .filter(like(request, "name", volume -> volume.name))
                        .filter(like(request, "keyword", volume -> volume.name))
                        .map(volume -> Shapes.volume(state, volume)));
    }

    static Document snapshots(Request request) {
        State state = request.state();
        checkId(request, "id", id -> state.snapshot(id).isPresent());
        checkId(request, "volumeid", id -> state.volume(id).isPresent());
        return answer(
                request,
                "snapshot",
                state.snapshots.stream()
                        .filter(equal(request, "id", (Snapshot snapshot) -> snapshot.id))
                        .filter(equal(request, "volumeid", snapshot -> snapshot.volumeId))
                        .filter(like(request, "name", snapshot -> snapshot.name))
                        .filter(like(request, "keyword", snapshot -> snapshot.name))
                        .map(snapshot -> Shapes.snapshot(state, snapshot)));
    }

    /** A list as the platform gives it: counted in full, one page shown, nothing at all when there is nothing. */
    static Document answer(Request request, String name, Stream<Document> entries) {
        List<Document> all = entries.toList();
        int size = request.number("pagesize").orElse(PAGE);
        int from = Math.min((request.number("page").orElse(1) - 1) * size, all.size());
        List<Document> page = all.subList(from, Math.min(from + size, all.size()));
        return all.isEmpty()
                ? new Document()
                : Document.of("count", all.size()).with(name, page.isEmpty() ? null : page);
    }

    private static void checkId(Request request, String parameter, Predicate<String> exists) {
        request.optional(parameter).ifPresent(id -> request.checkKnown(parameter, id, exists.test(id)));
    }

    private static <T> Predicate<T> equal(Request request, String parameter, Function<T, String> value) {
        Optional<String> wanted = request.optional(parameter);
        return entry -> wanted.isEmpty() || wanted.get().equals(value.apply(entry));
    }

    /** The platform's names match anywhere, in any case. */
    private static <T> Predicate<T> like(Request request, String parameter, Function<T, String> value) {
        Optional<String> wanted = request.optional(parameter).map(Lists::lower);
        return entry -> wanted.isEmpty() || lower(value.apply(entry)).contains(wanted.get());
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
