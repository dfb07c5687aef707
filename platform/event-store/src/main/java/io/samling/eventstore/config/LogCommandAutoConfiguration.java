package io.samling.eventstore.config;

import com.mongodb.client.MongoDatabase;
import io.samling.eventstore.EventVocabulary;
import io.samling.eventstore.LogIdentity;
import io.samling.eventstore.Recount;
import io.samling.eventstore.axon.SamlingEventStore;
import io.samling.eventstore.axon.SnapshotStore;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/** Where a process is started for one command on the log, runs that and ends. */
@AutoConfiguration(after = EventStoreAutoConfiguration.class)
@ConditionalOnBean(EventVocabulary.class)
@ConditionalOnProperty("samling.log-command")
public class LogCommandAutoConfiguration {

    /** Runs before anything is started, so that no processor claims what another instance has. */
    @Bean
    SmartInitializingSingleton logCommand(
            LogIdentity log,
            MongoDatabase database,
            SnapshotStore snapshots,
            SamlingEventStore store,
            ObjectProvider<Recount> recount,
            Clock clock,
            @Value("${samling.log-command}") String command,
            @Value("${samling.log-compare:}") String compareWith,
            @Value("${samling.log-file:log.ndjson}") Path file) {
        var run =
                new LogCommand(
                        log,
                        database,
                        snapshots,
                        store::read,
                        recount.getIfAvailable(),
                        compareWith,
                        clock,
                        terminal());
        return () -> System.exit(run.run(command, file));
    }

    /** The answer is for whoever gave the command, and not for the log. */
    private static PrintStream terminal() {
        return new PrintStream(
                new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    }
}
