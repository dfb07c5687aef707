package io.samling.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import io.samling.localstack.mongodb.Subset;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bson.BsonBinaryWriter;
import org.bson.BsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Listens to what a driver sends and fails a test that sends anything outside {@code
 * docs/mongodb-subset.md}, whatever server it runs on. Add it to the client's settings with {@code
 * addCommandListener} and to the test class with {@code @RegisterExtension}, or call {@link
 * #assertKept()}.
 */
public final class MongoSubset implements CommandListener, AfterEachCallback {

    private final List<String> complaints = new CopyOnWriteArrayList<>();

    @Override
    public void commandStarted(CommandStartedEvent event) {
        Subset.complaint(bytes(event.getCommand()))
                .ifPresent(sentence -> complaints.add(event.getCommandName() + ": " + sentence));
    }

    /** Fails with everything outside the subset that has been sent since the last look. */
    public void assertKept() {
        var sent = List.copyOf(complaints);
        complaints.clear();
        assertThat(sent).as("commands outside docs/mongodb-subset.md").isEmpty();
    }

    @Override
    public void afterEach(ExtensionContext test) {
        assertKept();
    }

    private static byte[] bytes(BsonDocument command) {
        try (var buffer = new BasicOutputBuffer();
                var writer = new BsonBinaryWriter(buffer)) {
            new BsonDocumentCodec().encode(writer, command, EncoderContext.builder().build());
            return Arrays.copyOf(buffer.toByteArray(), buffer.getPosition());
        }
    }
}
