package io.clearover.lab.watch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was done within some time.
 *
 * @param all everything, in the order in which it was done
 */
public record Acts(List<Act> all) {

    /** What was done for one source VM. */
    public Acts of(String vm) {
        return new Acts(all.stream().filter(act -> vm.equals(act.vm())).toList());
    }

    /** How often a command was carried out. */
    public int count(String command) {
        return (int) all.stream().filter(act -> act.command().equals(command)).count();
    }

    /**
     * What was done more than once to the same thing, one readable text each. Within one operation this should be empty,
     * but for a volume that was moved to the same place again.
     */
    public List<String> repeated() {
        Map<Act, Integer> counts = new LinkedHashMap<>();
        all.forEach(act -> counts.merge(act, 1, Integer::sum));
        return counts.entrySet().stream()
                .filter(count -> count.getValue() > 1)
                .map(count -> "%s: %s of %s, %d times"
                        .formatted(
                                count.getKey().vm(),
                                count.getKey().command(),
                                count.getKey().thing(),
                                count.getValue()))
                .toList();
    }
}
