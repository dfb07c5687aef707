package io.samling.localstack;

import io.samling.localstack.bench.StackBench;
import io.samling.localstack.faults.StackFaults;
import io.samling.localstack.host.StackFailure;
import io.samling.localstack.mongodb.MongoStandIn;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.common.utils.Exit;

/**
 * The local stack as a process. {@code run} (which may be left out) starts Kafka and MongoDB,
 * {@code mongodb} the stand-in alone; {@code bench} and {@code faults} print their measurements.
 */
public final class LocalStack {

    private static final Set<String> SUBCOMMANDS = Set.of("run", "mongodb", "bench", "faults");

    private LocalStack() {}

    public static void main(String[] arguments) {
        System.setProperty("logback.configurationFile", "local-stack-logback.xml");
        sayWhyKafkaEnds();
        var all = Arrays.asList(arguments);
        var named = !all.isEmpty() && SUBCOMMANDS.contains(all.getFirst());
        try {
            run(named ? all.getFirst() : "run", named ? all.subList(1, all.size()) : all);
        } catch (StackFailure failure) {
            end(failure);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void run(String subcommand, List<String> rest) throws InterruptedException {
        switch (subcommand) {
            case "bench" -> StackBench.run(rest);
            case "faults" -> StackFaults.run(rest);
            case "mongodb" -> {
                var settings = StackSettings.from(rest, System.getenv());
                var folder = settings.data().resolve("mongodb");
                var mongodb =
                        MongoStandIn.open(
                                folder,
                                settings.address(),
                                settings.mongodbPort(),
                                LocalStack::end);
                serve(mongodb, "The MongoDB stand-in is ready at " + mongodb.connectionString());
            }
            default -> {
                var settings = StackSettings.from(rest, System.getenv());
                var stack = RunningStack.start(settings, LocalStack::end);
                serve(stack, stack.sentence());
            }
        }
    }

    private static void serve(AutoCloseable servers, String ready) throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(servers), "stop"));
        System.out.println(ready);
        new CountDownLatch(1).await();
    }

    private static void stop(AutoCloseable servers) {
        try {
            servers.close();
        } catch (Exception e) {
            System.err.println("The local stack did not stop cleanly: " + e.getMessage());
        }
    }

    /** Kafka ends its process where its disk fails; left to itself it says so in its log only. */
    private static void sayWhyKafkaEnds() {
        Exit.Procedure procedure =
                (_, message) ->
                        end(
                                new StackFailure(
                                        StackFailure.Kind.SERVER_DIED,
                                        "Kafka cannot go on (%s): its disk may be full or its folder gone; what it says is above."
                                                .formatted(message)));
        Exit.setExitProcedure(procedure);
        Exit.setHaltProcedure(procedure);
    }

    /**
     * Ends at once: threads of a server that did not come up must not keep the process. Of several
     * troubles at a time the first is told.
     */
    private static synchronized void end(StackFailure failure) {
        System.err.println(failure.getMessage());
        Runtime.getRuntime().halt(failure.kind().exitCode());
    }
}
