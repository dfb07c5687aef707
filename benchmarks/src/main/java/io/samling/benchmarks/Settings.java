package io.samling.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;

/**
 * How it is measured.
 *
 * @param what a part, or {@code all}
 * @param programs the folder in which the launcher has laid out the programs
 * @param data a folder that may be filled, and deleted afterwards
 * @param json the file to write
 * @param javaOptions with which the launcher starts a service
 * @param stackJavaOptions with which it starts the local stack
 * @param round how long one measurement takes
 * @param rounds how often each is repeated; the median counts
 */
record Settings(
        String what,
        Path programs,
        Path data,
        Path json,
        List<String> javaOptions,
        List<String> stackJavaOptions,
        Duration round,
        int rounds) {

    static Settings from(List<String> arguments) {
        var named = new HashMap<String, String>();
        for (var argument : arguments) {
            var equals = argument.indexOf('=');
            if (argument.startsWith("--") && equals > 0) {
                named.put(argument.substring(2, equals), argument.substring(equals + 1));
            } else {
                named.put("what", argument);
            }
        }
        var what = named.getOrDefault("what", "all");
        if (!Part.isKnown(what)) {
            throw new IllegalArgumentException("There is nothing to measure called " + what);
        }
        return new Settings(
                what,
                Path.of(named.getOrDefault("programs", ".samling/cache")),
                Path.of(named.getOrDefault("data", ".samling/bench")),
                Path.of(named.getOrDefault("json", "samling-bench.json")),
                List.of(named.getOrDefault("java-options", "-Xmx256m").split(" ")),
                List.of(named.getOrDefault("stack-java-options", "-Xmx2g").split(" ")),
                Duration.ofMillis(Long.parseLong(named.getOrDefault("round-millis", "4000"))),
                Integer.parseInt(named.getOrDefault("rounds", "3")));
    }
}
