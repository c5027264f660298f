package io.clearover.lab.cloudstack;

import io.clearover.lab.fault.About;
import io.clearover.lab.fault.Service;
import io.clearover.lab.http.Call;
import io.clearover.lab.http.Document;
import io.clearover.lab.state.State;
import io.clearover.lab.state.Store;
import io.clearover.lab.watch.ActLog;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The door {@code /client/api}: checks who asks, finds the command, answers under the command's name. */
public final class CloudStackApi implements Service {

    private final Store store;
    private final Jobs jobs;
    private final ActLog acts;

    public CloudStackApi(Store store, Jobs jobs, ActLog acts) {
        this.store = store;
        this.jobs = jobs;
        this.acts = acts;
    }

    /** Names of all commands. */
    public static Set<String> commands() {
        return Stream.of(Commands.READING, Commands.WRITING, Commands.ASYNC)
                .flatMap(commands -> commands.keySet().stream())
                .collect(Collectors.toSet());
    }

    /** Names of the commands whose work is done by a job. */
    public static Set<String> asyncCommands() {
        return Commands.ASYNC.keySet();
    }

    @Override
    public About about(Call call) {
        Map<String, String> parameters = call.parameters();
        return store.read(state -> Subject.of(command(parameters), parameters, state));
    }

    @Override
    public void refuse(Call call) throws IOException {
        refuse(call, ApiError.failed("Internal error executing command, please contact your system administrator"));
    }

    @Override
    public void refuseCredentials(Call call) throws IOException {
        refuse(call, ApiError.badSignature());
    }

    @Override
    public void answer(Call call) throws IOException {
        Map<String, String> parameters = call.parameters();
        String command = command(parameters);
        try {
            Signature.check(parameters, store.now());
            call.answer(200, Document.of(answerName(command), run(command, parameters)));
        } catch (ApiError refusal) {
            refuse(call, refusal);
        }
    }

    private static void refuse(Call call, ApiError refusal) throws IOException {
        call.answer(refusal.code(), Document.of(answerName(command(call.parameters())), refusal.body()));
    }

    private static String command(Map<String, String> parameters) {
        return parameters.getOrDefault("command", "");
    }

    private Document run(String command, Map<String, String> parameters) {
        if (Commands.READING.containsKey(command)) {
            return store.read(state -> Commands.READING.get(command).answer(request(command, parameters, state)));
        }
        if (Commands.WRITING.containsKey(command)) {
            return store.change(state -> write(command, parameters, state));
        }
        if (Commands.ASYNC.containsKey(command)) {
            return store.change(state -> jobs.start(request(command, parameters, state), Commands.ASYNC.get(command)));
        }
        throw ApiError.unknownCommand(command);
    }

    private Document write(String command, Map<String, String> parameters, State state) {
        String vm = Subject.of(command, parameters, state).vm();
        Document answer = Commands.WRITING.get(command).answer(request(command, parameters, state));
        acts.add(vm, command, parameters.get("id"));
        return answer;
    }

    private Request request(String command, Map<String, String> parameters, State state) {
        return new Request(command, parameters, state, store.now());
    }

    private static String answerName(String command) {
        return commands().contains(command) ? command.toLowerCase(Locale.ROOT) + "response" : "errorresponse";
    }
}
