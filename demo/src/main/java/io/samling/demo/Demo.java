package io.samling.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Loads the demo into services that were started in demo mode: {@code --data=<folder>} is their
 * data folder, {@code --member=}, {@code --funding=} and {@code --reporting=} are their addresses.
 * {@code --again} tells the story once more to services that know it, which changes nothing.
 */
public final class Demo {

    private static final int FAILED = 1;

    private final PrintStream out;
    private final List<String> arguments;

    private Demo(PrintStream out, List<String> arguments) {
        this.out = out;
        this.arguments = arguments;
    }

    /** Loads the demo and says how it went; the exit status is 0 where it is loaded. */
    public static void main(String[] arguments) {
        var demo = new Demo(System.out, List.of(arguments));
        try {
            demo.load();
        } catch (DemoFailed why) {
            demo.out.println(why.getMessage());
            System.exit(FAILED);
        }
    }

    private void load() {
        var steps = Story.steps();
        long began = System.nanoTime();
        try (var teller = new Teller(new Services(addresses(), token()))) {
            if (arguments.contains("--again")) {
                teller.tellAgain(steps);
            } else if (teller.isAwaited()) {
                teller.tellByTheStorysClock(steps);
            } else {
                out.println("The demo is loaded already.");
                return;
            }
        }
        var took = Duration.ofNanos(System.nanoTime() - began);
        out.printf("The demo is loaded: %d steps in %.1f s.%n", steps.size(), seconds(took));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private Map<Service, String> addresses() {
        Map<Service, String> addresses = new EnumMap<>(Service.class);
        for (var service : Service.values()) {
            addresses.put(service, option(service.word(), service.usualAddress()));
        }
        return addresses;
    }

    private String token() {
        var file = Path.of(option("data", ".samling"), "demo", "token");
        try {
            return Files.readString(file).strip();
        } catch (IOException absent) {
            throw new DemoFailed(
                    "There is no "
                            + file
                            + ": start the services in demo mode (./samling up --demo).");
        }
    }

    private String option(String name, String otherwise) {
        var prefix = "--" + name + "=";
        for (var argument : arguments) {
            if (argument.startsWith(prefix)) {
                return argument.substring(prefix.length());
            }
        }
        return otherwise;
    }
}
