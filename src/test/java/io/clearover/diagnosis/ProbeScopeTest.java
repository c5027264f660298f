package io.clearover.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.clearover.explain.Explanation;
import io.clearover.explain.catalogue.Category;
import io.clearover.explain.catalogue.Severity;
import io.clearover.explain.facts.Condition;
import io.clearover.explain.facts.FaultObject;
import io.clearover.explain.facts.Side;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which failures a probe is about, and on which it decides. */
class ProbeScopeTest {

    private static final ProbeScope DISK = ProbeScope.of(Side.DESTINATION, FaultObject.DISK, Condition.NOT_FOUND);

    @Test
    void a_probe_is_about_its_objects_on_its_side() {
        assertThat(DISK.isAbout(why(Side.DESTINATION, FaultObject.DISK, null))).isTrue();
        assertThat(DISK.isAbout(why(Side.APPLIANCE, FaultObject.DISK, null))).isFalse();
        assertThat(DISK.isAbout(why(Side.DESTINATION, FaultObject.SNAPSHOT, null)))
                .isFalse();
    }

    @Test
    void where_the_side_is_not_known_it_may_be_any() {
        assertThat(DISK.isAbout(why(null, FaultObject.DISK, null))).isTrue();
    }

    @Test
    void it_is_about_nothing_where_the_object_is_not_known() {
        assertThat(DISK.isAbout(why(Side.DESTINATION, null, Condition.NOT_FOUND)))
                .isFalse();
    }

    @Test
    void a_link_has_two_ends_and_the_appliance_is_neither() {
        assertThat(ProbeScope.ofService(Side.SOURCE).isAbout(why(Side.LINK, FaultObject.SERVICE, null)))
                .isTrue();
        assertThat(ProbeScope.ofService(Side.DESTINATION).isAbout(why(Side.LINK, FaultObject.SERVICE, null)))
                .isTrue();
        assertThat(ProbeScope.of(Side.APPLIANCE, FaultObject.SERVICE)
                        .isAbout(why(Side.LINK, FaultObject.SERVICE, null)))
                .isFalse();
    }

    @Test
    void a_service_at_the_appliance_may_be_the_door_to_another() {
        assertThat(ProbeScope.ofService(Side.SOURCE).isAbout(why(Side.APPLIANCE, FaultObject.SERVICE, null)))
                .isTrue();
    }

    @Test
    void it_decides_on_the_conditions_that_it_would_see_alone() {
        assertThat(DISK.decidesOn(why(Side.DESTINATION, FaultObject.DISK, Condition.NOT_FOUND)))
                .isTrue();
        assertThat(DISK.decidesOn(why(Side.DESTINATION, FaultObject.DISK, Condition.CORRUPTED)))
                .isFalse();
        assertThat(DISK.decidesOn(why(Side.DESTINATION, FaultObject.DISK, null)))
                .isFalse();
    }

    private static Explanation why(Side side, FaultObject object, Condition condition) {
        return new Explanation(
                "failed",
                "because",
                Category.STORAGE,
                Severity.ERROR,
                List.of(),
                List.of(),
                "cause",
                false,
                null,
                side,
                object,
                condition,
                null);
    }
}
