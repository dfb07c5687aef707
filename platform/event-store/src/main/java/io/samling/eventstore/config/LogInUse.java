package io.samling.eventstore.config;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;

/** Whether a running service follows the log: it renews its claims every few seconds. */
final class LogInUse {

    private static final Duration A_CLAIM_LASTS = Duration.ofSeconds(10);

    private LogInUse() {}

    static boolean by(MongoDatabase database) {
        // claims go by real time, also while a story is told
        var lately = Clock.systemUTC().instant().minus(A_CLAIM_LASTS).toEpochMilli();
        for (var token : database.getCollection("tokens").find()) {
            var renewed = token.get("timestamp") instanceof Long at ? at : 0;
            if (token.get("owner") != null && renewed > lately) {
                return true;
            }
        }
        return false;
    }
}
