package io.clearover.acceptance.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import io.clearover.acceptance.support.Clearover;
import io.clearover.acceptance.support.Visitor;
import io.clearover.acceptance.support.WithBrowser;
import org.junit.jupiter.api.Test;

/** The page when there are more VMs than can be listed. */
@WithBrowser
class LongVmListPageIT {

    @Test
    void a_list_that_leaves_some_out_says_so(Visitor visitor, Clearover clearover) {
        clearover.sql(
                """
                INSERT INTO vm_replication_contexts (context_id, vm_name, vmware_vm_id, vm_path, vcenter_host, datacenter)
                SELECT CONCAT('many-', seq), CONCAT('many', seq), CONCAT('many-', seq), '/DC1/vm', 'vcenter.example.com', 'DC1'
                  FROM seq_1_to_5001""");

        visitor.trySignIn("viewer", "viewer");

        assertThat(visitor.part("fleet-truncated"))
                .containsText("the first 5,000 by name", new ContainsTextOptions().setTimeout(60_000));
    }
}
