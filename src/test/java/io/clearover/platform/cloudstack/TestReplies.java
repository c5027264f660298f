package io.clearover.platform.cloudstack;

import io.clearover.platform.TestServer;
import io.clearover.platform.TestServer.Reply;

/** Answers as CloudStack, or a proxy before it, gives them. */
final class TestReplies {

    private TestReplies() {}

    static Reply good(String json) {
        return TestServer.json(200, json);
    }

    static Reply error(String json) {
        return TestServer.json(431, json);
    }

    static Reply badGateway() {
        return TestServer.text(502, "text/html", "<html>\n<h1>502 Bad Gateway</h1>\n</html>");
    }
}
