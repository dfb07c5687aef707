package io.samling.eventrelay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.samling.testing.TestServers;
import java.time.Duration;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.extensions.mongo.DefaultMongoTemplate;
import org.axonframework.extensions.mongo.eventsourcing.tokenstore.MongoTokenStore;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TokenStoreClaimTest {

    static final String LOG = "7f3a91c2";
    static final MongoClient CLIENT = MongoClients.create(TestServers.mongodb());

    final String database = TestServers.database();
    final RelayClaim one = new TokenStoreClaim(tokensOf("one", Duration.ofMinutes(1)), LOG);
    final RelayClaim two = new TokenStoreClaim(tokensOf("two", Duration.ofMinutes(1)), LOG);

    @AfterAll
    static void close() {
        CLIENT.close();
    }

    @Test
    void is_held_by_one_instance_until_it_lets_go() {
        assertThat(one.take()).isTrue();
        assertThat(two.take()).isFalse();
        assertThat(one.take()).isTrue();

        one.release();
        assertThat(two.take()).isTrue();
    }

    @Test
    void runs_out_when_it_is_not_kept() {
        var impatient = new TokenStoreClaim(tokensOf("three", Duration.ZERO), LOG);
        one.take();

        assertThat(impatient.take()).isTrue();
        assertThatThrownBy(one::keep).isInstanceOf(RelayFault.Superseded.class);
        assertThatThrownBy(() -> one.note(1)).isInstanceOf(RelayFault.Superseded.class);
    }

    @Nested
    class The_note {

        @Test
        void is_absent_at_first() {
            one.take();

            assertThat(one.noted()).isNull();
        }

        @Test
        void is_found_by_whoever_holds_the_claim_next() {
            one.take();
            one.note(17);
            one.note(17);
            one.release();
            two.take();

            assertThat(two.noted()).isEqualTo(17);
        }

        @Test
        void of_another_log_counts_for_nothing() {
            one.take();
            one.note(17);
            one.release();
            var imported = new TokenStoreClaim(tokensOf("two", Duration.ofMinutes(1)), "0b55e8d4");
            imported.take();

            assertThat(imported.noted()).isNull();
        }
    }

    private TokenStore tokensOf(String instance, Duration claimTimeout) {
        return MongoTokenStore.builder()
                .mongoTemplate(
                        DefaultMongoTemplate.builder().mongoDatabase(CLIENT, database).build())
                .serializer(Jackson3Serializer.builder().build())
                .nodeId(instance)
                .claimTimeout(claimTimeout)
                .build();
    }
}
