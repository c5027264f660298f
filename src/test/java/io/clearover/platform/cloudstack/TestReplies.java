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

    static String refusal(int code, String text) {
        return "{\"xresponse\":{\"uuidList\":[],\"errorcode\":%d,\"errortext\":\"%s\"}}".formatted(code, text);
    }

    static String volume(String attachedTo, String state) {
        return ("{\"listvolumesresponse\":{\"volume\":[{\"id\":\"vol-1\",\"type\":\"DATADISK\",\"state\":\"%s\","
                        + "\"virtualmachineid\":\"%s\",\"deviceid\":1}]}}")
                .formatted(state, attachedTo);
    }

    static String vm(String name, String state) {
        return vm(name, "web01 (job)", state);
    }

    static String vm(String name, String displayName, String state) {
        return ("{\"listvirtualmachinesresponse\":{\"virtualmachine\":[{\"id\":\"vm-1\",\"name\":\"%s\","
                        + "\"displayname\":\"%s\",\"state\":\"%s\"}]}}")
                .formatted(name, displayName, state);
    }

    static String snapshot(String state) {
        return "{\"listsnapshotsresponse\":{\"snapshot\":[{\"id\":\"s-1\",\"name\":\"n\",\"volumeid\":\"vol-1\",\"state\":\"%s\"}]}}"
                .formatted(state);
    }
}
