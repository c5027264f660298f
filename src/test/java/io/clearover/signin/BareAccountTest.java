package io.clearover.signin;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BareAccountTest {

    private static final String KEY = "clearover.sign-in.account-without-credentials";

    @ParameterizedTest
    @ValueSource(strings = {"*", "0.0.0.0", "::", "192.0.2.1", "appliance.example", "localhost.example", ""})
    void it_is_refused_where_others_than_this_machine_can_reach_the_server(String host) {
        assertThatThrownBy(() -> new BareAccount(Optional.of("gui operator"), host))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith(KEY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "127.0.0.9", "::1", "[::1]"})
    void it_may_be_where_only_this_machine_can(String host) {
        assertThatCode(() -> new BareAccount(Optional.of("gui operator"), host)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "*"})
    void where_there_is_none_the_server_may_listen_anywhere(String host) {
        assertThatCode(() -> new BareAccount(Optional.empty(), host)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gui admin", "gui", "gui root", "gui operator more", "a\"b operator"})
    void it_is_a_name_and_a_role_that_sees_nothing_raw(String configured) {
        assertThatThrownBy(() -> new BareAccount(Optional.of(configured), "localhost"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith(KEY);
    }
}
