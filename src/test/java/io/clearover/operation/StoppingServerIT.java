package io.clearover.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A server that stops hands its operations over. */
class StoppingServerIT {

    @RegisterExtension
    static final EngineSite SITE = new EngineSite();

    @Test
    void an_operation_in_a_step_is_gone_on_with_at_once_by_another_server() throws InterruptedException {
        EngineNode stopping = SITE.node("a");
        Gate gate = SITE.hold("vm-creation");
        String job = stopping.start("web01");
        stopping.awaitAt(gate);
        SITE.plans().script("vm-creation", operation -> {});

        stopping.get(OperationLifecycle.class).stop();
        await().until(() -> !stopping.has(job));
        assertThat(SITE.status(job)).isEqualTo("running");
        EngineNode other = SITE.node("b");
        other.beat();
        other.awaitEnd(job);

        assertThat(SITE.status(job)).isEqualTo("completed");
        assertThat(SITE.plans().done())
                .containsExactly("validation@web01", "vm-creation@web01", "vm-startup-and-validation@web01");
    }

    @Test
    void a_server_that_stops_takes_nothing_back() throws InterruptedException {
        EngineNode stopping = SITE.node("a");
        Gate gate = SITE.hold("vm-creation");
        String job = stopping.start("web01");
        stopping.awaitAt(gate);

        stopping.get(OperationLifecycle.class).stop();
        stopping.beat();

        assertThat(SITE.owner(job)).isNotEqualTo(stopping.owner());
    }
}
