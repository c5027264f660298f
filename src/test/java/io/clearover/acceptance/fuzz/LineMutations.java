package io.clearover.acceptance.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** First lines of a request that are odd or none: methods, versions, other protocols. */
final class LineMutations {

    private static final List<String> METHODS = List.of(
            "GET",
            "POST",
            "PUT",
            "DELETE",
            "PATCH",
            "HEAD",
            "OPTIONS",
            "TRACE",
            "CONNECT",
            "PROPFIND",
            "MKCOL",
            "LOCK",
            "SEARCH",
            "get",
            "post",
            "gEt");

    /** Some could be methods; but a server that remembered them all would be filled by strangers. */
    private static final List<String> NO_METHODS = List.of(
            "",
            "G T",
            "GET\0",
            "GÄT",
            "(GET)",
            "\"GET\"",
            "PURGE",
            "FOO",
            "X-!#$%&'*+.^_`|~",
            "A".repeat(500),
            "A".repeat(20_000));

    private static final List<String> VERSIONS =
            List.of(" HTTP/1.0", " http/1.1", " HTTP/1.2", " HTTP/2.0", " HTTP/0.9");

    private static final List<String> NO_VERSIONS = List.of(
            "",
            " ",
            " HTTP",
            " HTTP/",
            " HTTP/1",
            " HTTP/1.",
            " HTTP/1.1.1",
            " HTTP/x.y",
            " HTTP/9.9",
            " FTP/1.1",
            " HTTP/1.1 x",
            " HTTP/1.1\0",
            "\tHTTP/1.1",
            "  HTTP/1.1",
            " HTTP/-1.1",
            " HTTP/20000000.1",
            " HTTP/1.20000000",
            " HTTP/99999999999.1");

    private static final List<String> NO_REQUESTS = List.of(
            "",
            "\r\n",
            "\r\n\r\n\r\n\r\n",
            "GET",
            "GET\r\n\r\n",
            "GET /\r\n",
            "GET /\r\n\r\n",
            "/ HTTP/1.1\r\n\r\n",
            " / HTTP/1.1\r\nHost: localhost\r\n\r\n",
            "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n",
            "GET / HTTP/1.1",
            "GET / HTTP/1.1\r\nHost: localhost\r\n",
            "GET / HTTP/1.1\rHost: localhost\r\r",
            "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
            "EHLO localhost\r\n",
            "SSH-2.0-OpenSSH_9.6\r\n",
            "\0\0\0\0\0\0\0\0\r\n\r\n",
            "{\"vm_name\": \"web01\"}",
            "\u0016\u0003\u0001\u0000\u00a5\u0001\u0000\u0000\u00a1\u0003\u0003");

    private LineMutations() {}

    static List<Mutation> all() {
        List<Mutation> all = new ArrayList<>();
        METHODS.forEach(method -> all.add(Mutation.of("method: " + shortened(method), draft -> draft.method(method))));
        NO_METHODS.forEach(
                method -> all.add(Mutation.of("no method: '" + shortened(method) + "'", draft -> draft.method(method)
                        .excuse(Excuse.NOT_HTTP))));
        VERSIONS.forEach(version -> all.add(Mutation.of(
                "version: " + version, draft -> draft.version(version).excuse(Excuse.NOT_HTTP))));
        NO_VERSIONS.forEach(version ->
                all.add(Mutation.of("no version: '" + shortened(version) + "'", draft -> draft.version(version)
                        .excuse(Excuse.NOT_HTTP))));
        NO_REQUESTS.forEach(text -> all.add(Mutation.of(
                "no request: '" + shortened(text) + "'", draft -> draft.raw(text.getBytes(StandardCharsets.ISO_8859_1))
                        .excuse(Excuse.NOT_HTTP)
                        .excuse(Excuse.UNFINISHED))));
        all.add(new Mutation("no request: any bytes", (draft, dice) -> draft.raw(dice.bytes(1 + dice.below(3_000)))
                .excuse(Excuse.NOT_HTTP)
                .excuse(Excuse.UNFINISHED)));
        all.add(Mutation.of("lines end with LF", draft -> draft.lineEnd("\n").excuse(Excuse.BROKEN_HEAD)));
        all.add(Mutation.of(
                "lines end with CR",
                draft -> draft.lineEnd("\r").excuse(Excuse.BROKEN_HEAD).excuse(Excuse.UNFINISHED)));
        all.add(Mutation.of("empty lines first", draft -> draft.method("\r\n\r\n" + draft.method())
                .excuse(Excuse.NOT_HTTP)));
        return all;
    }

    private static String shortened(String text) {
        String plain = text.replace("\r", "\\r").replace("\n", "\\n").replace("\0", "\\0");
        return plain.length() > 40 ? plain.substring(0, 40) + "… (" + text.length() + ")" : plain;
    }
}
