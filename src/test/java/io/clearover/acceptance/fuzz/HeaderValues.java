package io.clearover.acceptance.fuzz;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Odd values of known headers. */
final class HeaderValues {

    private static final Map<String, List<String>> ALL = new LinkedHashMap<>();

    static {
        put(
                "Accept",
                "text/html",
                "application/xml",
                "text/event-stream",
                "*",
                "a",
                "/",
                "text/",
                "*/*;q=abc",
                "*/*;q=",
                "*/*;q=2",
                "*/*;q=-1",
                "*/*;q=0",
                ";",
                ",",
                "",
                "application/json;",
                "application/json;charset",
                "application/json; =",
                "application/json; a=\"open",
                "*/json",
                "application/problem+json",
                "application/json;q=0.0001",
                ("a/b,").repeat(500));
        put(
                "Content-Type",
                "",
                "a",
                "/",
                ";",
                "text/plain",
                "application/xml",
                "*/*",
                "application/json;charset=UTF-16",
                "application/json;charset=none",
                "application/json;charset=",
                "application/json;charset=\"",
                "application/json;;",
                "application/json, text/plain",
                "application/JSON",
                "application/vnd.x+json",
                "application/x-www-form-urlencoded",
                "multipart/form-data",
                "multipart/form-data; boundary=",
                "multipart/form-data; boundary=" + "b".repeat(300),
                "text/event-stream");
        put(
                "Accept-Language",
                "de",
                "de;q=abc",
                "de;q=",
                "de;q=1.5",
                "*",
                "",
                ";",
                "-",
                "de_DE",
                "i-klingon",
                "zh-Hant-CN-x-private1-private2",
                "x-",
                ("de,").repeat(2_000),
                "en;q=0,*;q=0");
        put("Accept-Encoding", "gzip", "identity;q=0", "*;q=0", "br;q=abc", "", ";");
        put("Accept-Charset", "utf-16", "none", "*;q=0", "utf-8;q=abc");
        put("Content-Language", "", "xx-yy-zz");
        put(
                "Range",
                "bytes=0-1",
                "bytes=-1",
                "bytes=999999999-",
                "bytes=5-2",
                "bytes=",
                "lines=1-2",
                "bytes=" + "0-0,".repeat(1_000) + "0-0",
                "bytes=0-99999999999999999999");
        put("If-Range", "\"x\"", "x");
        put("If-Match", "*", "\"x\"", "x");
        put("If-None-Match", "*", "\"x\"", "x");
        put("If-Modified-Since", "yesterday", "Thu, 01 Jan 1970 00:00:00 GMT", "Fri, 31 Dec 9999 23:59:59 GMT", "-1");
        put("If-Unmodified-Since", "yesterday", "Thu, 01 Jan 1970 00:00:00 GMT");
        put(
                "Host",
                "",
                "evil.example",
                "a b",
                "localhost:99999",
                "localhost:abc",
                "[::1",
                "[::1]",
                "a@b",
                "a/b",
                "<x>",
                "localhost:-1",
                "\u00e4");
        put("Origin", "null", "https://evil.example", "", "x");
        put("Referer", "https://evil.example/", "://");
        put("Sec-Fetch-Site", "cross-site", "same-site", "none", "", "SAME-ORIGIN", "x");
        put("Access-Control-Request-Method", "POST", "x y");
        put("X-Forwarded-For", "127.0.0.1", "x", "1.2.3.4, 5.6.7.8", "");
        put("X-Forwarded-Host", "evil.example", "a b");
        put("X-Forwarded-Proto", "https", "x");
        put("X-Forwarded-Port", "443", "abc", "-1");
        put("Forwarded", "for=1.2.3.4;host=evil.example;proto=https", "for=\"", ";", "host=a b");
        put("X-Original-URL", "/api/v1/me");
        put("X-HTTP-Method-Override", "DELETE", "PUT", "x");
        put("X-HTTP-Method", "DELETE");
        put("Cookie", "JSESSIONID=1", "LtpaToken2=AAAA", "=", ";;;", "a=\"", "a", "\u0080=\u00ff", "c=d; ".repeat(500));
        put(
                "Authorization",
                "Basic",
                "Basic !!!!",
                "Basic " + Role.encoded("x"),
                "Basic " + Role.encoded(":"),
                "Basic " + Role.encoded("\0:\0"),
                "Basic " + Role.encoded("a\n" + OddTexts.FORGED + ":x"),
                "Basic " + Role.encoded("operator:" + "p".repeat(5_000)),
                "Bearer x",
                "Digest username=\"x\"",
                "Negotiate x",
                "",
                "Basic =",
                "\u00e4");
        put("Idempotency-Key", "", "k".repeat(255), "k".repeat(256), "\u00e4\u00ff", "a,b");
        put(
                "Last-Event-ID",
                "",
                "abc",
                "-1",
                "0-0-00000000",
                "999999999999999-999999999999999999-ffffffff",
                "1e400",
                "1759501320000-1-0123abcd");
        put("Expect", "100-continue", "200-ok", "");
        put("Connection", "close", "keep-alive", "upgrade", "Authorization", "");
        put("Upgrade", "h2c", "websocket", "TLS/1.0", "");
        put("TE", "trailers", "chunked;q=abc");
        put("Trailer", "Content-Length");
        put("Via", "x");
        put("Max-Forwards", "0", "abc", "-1");
        put("traceparent", "00-zz", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        put("$WSRA", "10.0.0.1", "");
        put("$WSRH", "evil.example");
        put("$WSRU", "admin");
        put("$WSSC", "https", "x");
        put("$WSIS", "true", "x");
        put("$WSAT", "Basic", "x");
        put("$WSCC", "x", "TUlJ");
        put("$WSSN", "evil.example");
        put("$WSSP", "abc", "99999");
        put("$WSPR", "HTTP/9", "x");
        put("$WSPC", "x");
        put("$WSRP", "abc");
        put("$WSSI", "x");
        put("$WSCS", "x");
        put("$WSKS", "abc");
        put("$WSEP", "x");
        put("_WS_HAPRT_WLMVERSION", "-1", "x");
    }

    private HeaderValues() {}

    /** In a fixed order. */
    static Map<String, List<String>> all() {
        return ALL;
    }

    private static void put(String name, String... values) {
        ALL.put(name, List.of(values));
    }
}
