package io.clearover.platform.cloudstack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VmNameTest {

    @ParameterizedTest
    @CsvSource({
        "web01-test-1759500000, web01-test-1759500000",
        "SRV_DB 01 (prod)%, SRVDB01prod",
        "'<b>Größe</b> 🚀', bGreb",
        "--web--, web",
        "01-web, vm-01-web",
        "🚀, vm",
    })
    void only_letters_digits_and_hyphens_are_kept(String wanted, String name) {
        assertThat(VmName.of(wanted)).isEqualTo(name);
    }

    @Test
    void a_name_that_is_too_long_keeps_its_end_so_that_two_test_vms_stay_apart() {
        String vm = "a-very-long-name-".repeat(10);

        String first = VmName.of(vm + "-test-1759500000");
        String second = VmName.of(vm + "-test-1759500001");

        assertThat(first).hasSize(63).endsWith("-test-1759500000").isNotEqualTo(second);
    }
}
