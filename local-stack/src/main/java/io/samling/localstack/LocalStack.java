package io.samling.localstack;

import io.samling.localstack.host.StackFailure;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** The local stack as a process: {@code run [--data DIR] [--mongodb-port N] [--kafka-port N]}. */
public final class LocalStack {

    private LocalStack() {}

    public static void main(String[] arguments) {
        System.setProperty("logback.configurationFile", "local-stack-logback.xml");
        try {
            run(arguments);
        } catch (StackFailure failure) {
            end(failure);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void run(String[] arguments) throws InterruptedException {
        var settings = StackSettings.from(withoutSubcommand(arguments), System.getenv());
        var stack = RunningStack.start(settings, LocalStack::end);
        var stopped = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(
                                () -> {
                                    stack.close();
                                    stopped.countDown();
                                },
                                "stop"));
        System.out.println(stack.sentence());
        stopped.await();
    }

    /** Ends at once: threads of a server that did not come up must not keep the process. */
    private static void end(StackFailure failure) {
        System.err.println(failure.getMessage());
        Runtime.getRuntime().halt(failure.kind().exitCode());
    }

    private static List<String> withoutSubcommand(String[] arguments) {
        var all = Arrays.asList(arguments);
        return !all.isEmpty() && all.getFirst().equals("run") ? all.subList(1, all.size()) : all;
    }
}
