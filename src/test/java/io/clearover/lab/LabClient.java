package io.clearover.lab;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.awaitility.Awaitility;

/** Talks to the lab as its clients do, over the wire. */
public final class LabClient {

    /** A status and a JSON body. */
    record Answer(int status, JsonObject body) {

        /** What stands under the answer's one name. */
        JsonObject content() {
            return body.values().iterator().next().asJsonObject();
        }
    }

    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;

    public LabClient(String url) {
        this.url = url;
    }

    /** Calls a command of CloudStack with the right keys; parameters are name and value in turn. */
    Answer command(String command, String... parameters) throws Exception {
        return cloudStack(signed(command, parameters));
    }

    /** Calls a command, waits for its job, and answers how that ended. */
    public JsonObject finished(String command, String... parameters) throws Exception {
        return ended(command(command, parameters).content().getString("jobid"));
    }

    /** Waits for a job to end; answers its {@code queryAsyncJobResult}. */
    JsonObject ended(String jobId) {
        return Awaitility.await()
                .until(
                        () -> command("queryAsyncJobResult", "jobid", jobId).content(),
                        job -> job.getInt("jobstatus") != 0);
    }

    Answer cloudStack(Map<String, String> parameters) throws Exception {
        return get("/client/api?" + form(parameters));
    }

    Answer cloudStackByPost(Map<String, String> parameters) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(url + "/client/api"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form(parameters))));
    }

    Answer get(String path) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(url + path)));
    }

    Answer post(String path, String json) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(url + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    Answer post(String path, JsonObjectBuilder json) throws Exception {
        return post(path, json.build().toString());
    }

    Answer delete(String path) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(url + path)).DELETE());
    }

    /** A command's parameters, signed with the right keys. */
    static Map<String, String> signed(String command, String... parameters) throws Exception {
        Map<String, String> all = new TreeMap<>();
        all.put("command", command);
        all.put("response", "json");
        all.put("apiKey", LabKeys.API_KEY);
        for (int i = 0; i < parameters.length; i += 2) {
            all.put(parameters[i], parameters[i + 1]);
        }
        all.put("signature", signature(all, LabKeys.SECRET_KEY));
        return all;
    }

    static String signature(Map<String, String> parameters, String secret) throws Exception {
        String request = new TreeMap<>(parameters)
                .entrySet().stream()
                        .map(parameter -> parameter.getKey() + "=" + encoded(parameter.getValue()))
                        .collect(Collectors.joining("&"))
                        .toLowerCase(Locale.ROOT);
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
        return Base64.getEncoder().encodeToString(mac.doFinal(request.getBytes(StandardCharsets.UTF_8)));
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (!response.body().startsWith("{")) {
            return new Answer(
                    response.statusCode(),
                    Json.createObjectBuilder().add("text", response.body()).build());
        }
        try (JsonReader reader = Json.createReader(new StringReader(response.body()))) {
            return new Answer(response.statusCode(), reader.readObject());
        }
    }

    private static String form(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
