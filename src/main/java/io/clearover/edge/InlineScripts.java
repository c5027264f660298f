package io.clearover.edge;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The scripts inside an application's page that may run: those that it was shipped with, known by their hash, and no other. */
final class InlineScripts {

    private static final Pattern SCRIPT = Pattern.compile("<script>(.*?)</script>", Pattern.DOTALL);

    private InlineScripts() {}

    /** Their hashes as sources of a content security policy, such as {@code 'sha256-…'}; empty if the page has none. */
    static String of(ServletContext application) {
        try (InputStream page = application.getResourceAsStream("/index.html")) {
            return page == null ? "" : hashes(new String(page.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hashes(String html) {
        return SCRIPT.matcher(html)
                .results()
                .map(script -> "'sha256-%s'".formatted(hash(script.group(1))))
                .collect(Collectors.joining(" "));
    }

    private static String hash(String script) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
