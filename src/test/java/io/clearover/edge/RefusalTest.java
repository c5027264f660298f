package io.clearover.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearover.web.Problem;
import io.clearover.web.StatusProblems;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RefusalTest {

    /** The edge is no part of the application and has words of its own. */
    @ParameterizedTest
    @MethodSource
    void what_is_refused_at_the_edge_reads_as_it_does_behind_it(Refusal refusal) {
        Problem behind = StatusProblems.of(refusal.status());

        assertThat("/problems/" + refusal.type()).isEqualTo(behind.type());
        assertThat(refusal.title()).isEqualTo(behind.title());
        assertThat(refusal.detail()).isEqualTo(behind.detail());
    }

    static Stream<Refusal> what_is_refused_at_the_edge_reads_as_it_does_behind_it() {
        return Stream.of(Refusal.SIGN_IN, Refusal.NOT_HERE, Refusal.METHOD);
    }
}
