package io.samling.funding.portfolio;

import static io.samling.funding.Remembered.HOLDER_ENTERED;
import static io.samling.funding.Remembered.REGISTER;
import static io.samling.funding.Remembered.REGISTER_OPENED;
import static io.samling.funding.Remembered.SHARES_ISSUED;
import static io.samling.funding.Remembered.SHARES_REDEEMED;
import static io.samling.funding.Remembered.SHARES_TRANSFERRED;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.samling.eventstore.LogIdentity;
import io.samling.eventstore.view.Changes;
import io.samling.eventstore.view.View;
import io.samling.funding.Remembered;
import io.samling.funding.ownership.ShareRegisterEvent;
import io.samling.testing.TestServers;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ShareRegistersTest {

    final MongoClient mongo = MongoClients.create(TestServers.mongodb());
    final View view =
            PortfolioRows.in(
                    mongo.getDatabase(TestServers.database()),
                    new LogIdentity("funding", "0b55e8d4"));
    final ShareRegisters registers = new ShareRegisters(view);

    @AfterEach
    void close() {
        mongo.close();
    }

    @Test
    void shows_the_company_and_who_may_hold_its_shares() {
        tellAll();

        var region = new RegisterRow.Holder(Remembered.REGION, "Region Blekinge", "2321000081");
        assertThat(registers.register(REGISTER))
                .isEqualTo(
                        new RegisterRow(
                                REGISTER,
                                "Exempelbolaget AB (svb)",
                                "4999000005",
                                true,
                                List.of(region),
                                4));
        assertThat(view.reached().position()).isEqualTo(24);
    }

    @Test
    void shows_who_holds_which_shares() {
        tellAll();

        assertThat(ShareRegisters.holdingsAfter(registers.entriesOf(REGISTER)))
                .extracting(it -> it.shares() + " " + it.holderId() + " " + it.since())
                .containsExactly(
                        "1–100 " + Remembered.REGION + " 2021-07",
                        "101–150 " + Remembered.KARLSHAMN + " 2021-10-05",
                        "151–300 " + Remembered.REGION + " 2021-07",
                        "301–400 null 2023");
    }

    @Test
    void is_not_changed_by_events_delivered_again() {
        tellAll();
        var register = registers.register(REGISTER);
        var entries = registers.entriesOf(REGISTER);

        tell(new Changes(), 21, HOLDER_ENTERED, 1);
        tell(new Changes(), 23, SHARES_TRANSFERRED, 3);
        tellAll();

        assertThat(registers.register(REGISTER)).isEqualTo(register);
        assertThat(registers.entriesOf(REGISTER)).isEqualTo(entries).hasSize(3);
    }

    @Test
    void lists_registers() {
        tellAll();

        assertThat(registers.registers(null, 10)).containsExactly(registers.register(REGISTER));
    }

    void tellAll() {
        var batch = new Changes();
        tell(batch, 20, REGISTER_OPENED, 0);
        tell(batch, 21, HOLDER_ENTERED, 1);
        tell(batch, 22, SHARES_ISSUED, 2);
        tell(new Changes(), 23, SHARES_TRANSFERRED, 3);
        tell(new Changes(), 24, SHARES_REDEEMED, 4);
    }

    void tell(Changes batch, long position, ShareRegisterEvent event, long version) {
        batch.at(position);
        registers.on(event, position, version, batch);
        view.write(batch);
    }
}
