package io.clearover.lab.cloudstack;

import io.clearover.lab.http.Api;
import io.clearover.lab.http.Call;
import io.clearover.lab.http.Document;
import io.clearover.lab.state.State;
import io.clearover.lab.state.Store;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;

/** The door {@code /client/api}: checks who asks, finds the command, answers under the command's name. */
public final class CloudStackApi implements Api {

    private final Store store;
    private final Jobs jobs;

    public CloudStackApi(Store store, Jobs jobs) {
        this.store = store;
        this.jobs = jobs;
    }

    @Override
    public void answer(Call call) throws IOException {
        Map<String, String> parameters = call.parameters();
        String command = parameters.getOrDefault("command", "");
        try {
            Signature.check(parameters, store.now());
            call.answer(200, Document.of(answerName(command), run(command, parameters)));
        } catch (ApiError refusal) {
            call.answer(refusal.code(), Document.of(answerName(command), refusal.body()));
        }
    }

    private Document run(String command, Map<String, String> parameters) {
        if (Commands.READING.containsKey(command)) {
            return store.read(state -> Commands.READING.get(command).answer(request(command, parameters, state)));
        }
        if (Commands.WRITING.containsKey(command)) {
            return store.change(state -> Commands.WRITING.get(command).answer(request(command, parameters, state)));
        }
        if (Commands.ASYNC.containsKey(command)) {
            return store.change(state -> jobs.start(request(command, parameters, state), Commands.ASYNC.get(command)));
        }
        throw ApiError.unknownCommand(command);
    }

    private Request request(String command, Map<String, String> parameters, State state) {
        return new Request(command, parameters, state, store.now());
    }

    private static String answerName(String command) {
        boolean known = Commands.READING.containsKey(command)
                || Commands.WRITING.containsKey(command)
                || Commands.ASYNC.containsKey(command);
        return known ? command.toLowerCase(Locale.ROOT) + "response" : "errorresponse";
    }
}
