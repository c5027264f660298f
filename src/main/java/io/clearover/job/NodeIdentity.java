package io.clearover.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Which server process owns a job ({@code job_tracking.owner}): the node's configured name and a life of its own at each
 * start, so that a restarted node knows the jobs of its earlier lives.
 */
@ApplicationScoped
public class NodeIdentity {

    private static final int LONGEST_NAME = 60;

    private final String node;
    private final String life = UUID.randomUUID().toString().substring(0, 8);

    NodeIdentity() {
        this("");
    }

    /**
     * @param node name of this server, unlike that of any other server on the same database: letters, digits, dots and
     *     hyphens
     */
    @Inject
    public NodeIdentity(@ConfigProperty(name = "clearover.node", defaultValue = "main") String node) {
        if (!node.matches("[A-Za-z0-9.-]{0," + LONGEST_NAME + "}")) {
            throw new IllegalArgumentException(
                    "clearover.node may have letters, digits, dots and hyphens, at most " + LONGEST_NAME);
        }
        this.node = node;
    }

    /** The owner of the jobs that this process runs. */
    public String owner() {
        return OurJobs.owner(node + "#" + life);
    }

    /** A LIKE pattern for this node's jobs, whichever process ran them. */
    String anyLife() {
        return OurJobs.owner(node + "#%");
    }
}
