package io.samling.benchmarks;

import com.mongodb.client.MongoDatabase;
import io.samling.eventrelay.Relay;
import io.samling.eventstore.log.EventLog;
import io.samling.kernel.Commands;
import io.samling.kernel.Commands.Origin;
import io.samling.kernel.Commands.Receipt;
import io.samling.member.MemberServiceApplication;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** member-service in this process, whose commands are sent without HTTP. */
final class InsideMember implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final ConfigurableApplicationContext context;
    private final Commands commands;
    private final String actor = UUID.randomUUID().toString();

    private InsideMember(ConfigurableApplicationContext context) {
        this.context = context;
        this.commands = context.getBean(Commands.class);
    }

    static InsideMember start(Servers servers, Path data) {
        var application = new SpringApplication(MemberServiceApplication.class);
        return new InsideMember(
                application.run(
                        "--server.port=0",
                        "--samling.mongodb.uri=" + servers.mongodb(),
                        "--samling.kafka.bootstrap=" + servers.kafka(),
                        "--samling.data=" + data.resolve("inside"),
                        "--logging.level.root=warn"));
    }

    /** As a request does: nothing but who asks and what belongs together. */
    Receipt send(Object command) {
        var request = UUID.randomUUID().toString();
        return commands.send(command, new Origin(actor, request, null, null));
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    MongoDatabase database() {
        return bean(MongoDatabase.class);
    }

    void stopProcessors() {
        relay().stop();
        processing().eventProcessors().values().forEach(EventProcessor::shutDown);
    }

    void startProcessors() {
        relay().start();
        processing().eventProcessors().values().forEach(EventProcessor::start);
    }

    /** Has the relay alone tell all that is remembered; says how many facts that makes. */
    long tellAll() {
        var before = relay().factsTold();
        var head = bean(EventLog.class).reader().head().last();
        relay().start();
        await(() -> relay().status().position() >= head);
        return relay().factsTold() - before;
    }

    /** Waits until relay and views have come to where the log ends now. */
    double secondsUntilCaughtUp() {
        var head = bean(EventLog.class).reader().head().last();
        var start = System.nanoTime();
        await(() -> haveAllReached(head));
        return (System.nanoTime() - start) / 1e9;
    }

    /** Waits for what is done in the background. */
    static void await(BooleanSupplier done) {
        var start = System.nanoTime();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() - start > PATIENCE.toNanos()) {
                throw new IllegalStateException("What is done in the background does not end");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
    }

    private boolean haveAllReached(long position) {
        return relay().status().position() >= position
                && processing().eventProcessors().values().stream()
                        .allMatch(processor -> hasReached(processor, position));
    }

    private static boolean hasReached(EventProcessor processor, long position) {
        if (!(processor instanceof StreamingEventProcessor streaming)) {
            return true;
        }
        var segments = streaming.processingStatus().values();
        return !segments.isEmpty()
                && segments.stream().allMatch(segment -> positionOf(segment) >= position);
    }

    private static long positionOf(EventTrackerStatus segment) {
        return segment.getCurrentPosition().orElse(-1);
    }

    Relay relay() {
        return bean(Relay.class);
    }

    private EventProcessingConfiguration processing() {
        return bean(EventProcessingConfiguration.class);
    }

    @Override
    public void close() {
        context.close();
    }
}
