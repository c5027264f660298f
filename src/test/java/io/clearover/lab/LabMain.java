package io.clearover.lab;

import com.mysql.cj.jdbc.MysqlDataSource;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The lab as a program of its own: {@code --port N --state DIR [--pace P] [--load VMS] [--db-url U --db-user N --db-password P]}. */
final class LabMain {

    private static final List<String> OPTIONS =
            List.of("--port", "--state", "--pace", "--load", "--db-url", "--db-user", "--db-password");

    private LabMain() {}

    /** Runs until the process is stopped; what hinders the start is told in one line. */
    static void run(List<String> arguments) {
        try {
            start(arguments);
        } catch (IOException | RuntimeException e) {
            PrintStream log = System.err;
            log.println("The lab cannot start: " + e.getMessage());
            System.exit(1);
        }
    }

    private static void start(List<String> arguments) throws IOException {
        Map<String, String> options = options(arguments);
        int port = Integer.parseInt(options.getOrDefault("--port", "9082"));
        Path state = Path.of(options.getOrDefault("--state", "target/lab"));
        Lab lab = new Lab(state, port, Double.parseDouble(options.getOrDefault("--pace", "1")));
        Runtime.getRuntime().addShutdownHook(new Thread(lab::close));
        lab.grow(Integer.parseInt(options.getOrDefault("--load", "0")));
        if (options.containsKey("--db-url")) {
            lab.seed(database(options));
        }
        lab.start();
        PrintStream out = System.out;
        out.println("lab ready at " + lab.url());
    }

    private static Map<String, String> options(List<String> arguments) {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i + 1 < arguments.size(); i += 2) {
            options.put(arguments.get(i), arguments.get(i + 1));
        }
        if (arguments.size() % 2 != 0 || !OPTIONS.containsAll(options.keySet())) {
            throw new IllegalArgumentException("options are " + OPTIONS + ", each with a value");
        }
        return options;
    }

    private static MysqlDataSource database(Map<String, String> options) {
        MysqlDataSource database = new MysqlDataSource();
        database.setUrl(options.get("--db-url"));
        database.setUser(options.getOrDefault("--db-user", "root"));
        database.setPassword(options.getOrDefault("--db-password", ""));
        return database;
    }
}
