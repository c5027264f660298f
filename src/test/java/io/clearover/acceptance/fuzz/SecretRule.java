package io.clearover.acceptance.fuzz;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** No answer has a password or a key, nor what its sender signed in with. */
final class SecretRule implements Rule {

    private final List<String> secrets;

    SecretRule(List<String> secrets) {
        this.secrets = Stream.concat(secrets.stream(), Stream.of(Role.values()).flatMap(role -> role.secret().stream()))
                .toList();
    }

    @Override
    public Optional<String> broken(Sent sent, Answer answer) {
        String text = answer.all();
        return secrets.stream().anyMatch(text::contains) ? Optional.of("a secret") : Optional.empty();
    }
}
