package io.clearover.acceptance.fuzz;

import java.util.List;
import java.util.stream.Stream;

/** All ways to break a request, always in the same order. */
final class Mutations {

    private Mutations() {}

    static List<Mutation> all() {
        return Stream.of(
                        JsonMutations.all(),
                        ByteMutations.all(),
                        FramingMutations.all(),
                        EncodingMutations.all(),
                        LineMutations.all(),
                        AddressMutations.all(),
                        HeaderMutations.all(),
                        HeadMutations.all())
                .flatMap(List::stream)
                .toList();
    }
}
