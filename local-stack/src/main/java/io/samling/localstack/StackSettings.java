package io.samling.localstack;

import io.samling.localstack.host.StackFailure;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where the local stack keeps its data, where it listens (port 0 takes a free one), which of the
 * two servers it runs, and the {@code mongod} it was told to use.
 */
public record StackSettings(
        Path data,
        String address,
        int mongodbPort,
        int kafkaPort,
        boolean withMongodb,
        boolean withKafka,
        Optional<String> mongod) {

    private static final Set<String> SWITCHES = Set.of("--no-mongodb", "--no-kafka");

    /** Each setting by its argument, with the environment variable it falls back to. */
    private static final Map<String, String> KNOWN =
            Map.of(
                    "--data", "SAMLING_DATA",
                    "--address", "SAMLING_ADDRESS",
                    "--mongodb-port", "SAMLING_MONGODB_PORT",
                    "--kafka-port", "SAMLING_KAFKA_PORT",
                    "--mongod", "SAMLING_MONGOD");

    /** Both servers, on free ports of the loopback address. */
    public static StackSettings onFreePorts(Path data) {
        return new StackSettings(data, "127.0.0.1", 0, 0, true, true, Optional.empty());
    }

    /** Reads arguments of the form {@code --name value} or {@code --name=value}. */
    public static StackSettings from(List<String> arguments, Map<String, String> environment) {
        var given = parse(arguments);
        return new StackSettings(
                Path.of(value("--data", given, environment).orElse(".samling")),
                value("--address", given, environment).orElse("127.0.0.1"),
                port("--mongodb-port", given, environment, 27117),
                port("--kafka-port", given, environment, 9192),
                !given.containsKey("--no-mongodb"),
                !given.containsKey("--no-kafka"),
                value("--mongod", given, environment));
    }

    private static Map<String, String> parse(List<String> arguments) {
        var given = new HashMap<String, String>();
        var rest = arguments.iterator();
        while (rest.hasNext()) {
            var argument = rest.next();
            var equals = argument.indexOf('=');
            var name = equals < 0 ? argument : argument.substring(0, equals);
            if (SWITCHES.contains(argument)) {
                given.put(argument, "");
                continue;
            }
            if (!KNOWN.containsKey(name)) {
                throw wrong("The argument %s is not known; known are %s.".formatted(name, names()));
            }
            if (equals < 0 && !rest.hasNext()) {
                throw wrong("The argument %s needs a value.".formatted(name));
            }
            given.put(name, equals < 0 ? rest.next() : argument.substring(equals + 1));
        }
        return given;
    }

    private static Optional<String> value(
            String name, Map<String, String> given, Map<String, String> environment) {
        return Optional.ofNullable(given.get(name))
                .or(() -> Optional.ofNullable(environment.get(KNOWN.get(name))))
                .filter(text -> !text.isBlank());
    }

    private static int port(
            String name, Map<String, String> given, Map<String, String> environment, int usual) {
        var text = value(name, given, environment).orElse(String.valueOf(usual));
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65535) {
            throw wrong(
                    "The value of %s must be a port from 0 to 65535, not %s."
                            .formatted(name, text));
        }
        return Integer.parseInt(text);
    }

    private static String names() {
        var all = new TreeSet<>(KNOWN.keySet());
        all.addAll(SWITCHES);
        return String.join(", ", all);
    }

    private static StackFailure wrong(String sentence) {
        return new StackFailure(StackFailure.Kind.WRONG_SETTING, sentence);
    }
}
