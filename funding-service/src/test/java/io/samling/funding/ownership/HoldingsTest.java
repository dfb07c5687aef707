package io.samling.funding.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import io.samling.funding.ownership.ShareRegisterEvent.SharesIssued;
import io.samling.funding.ownership.ShareRegisterEvent.SharesRedeemed;
import io.samling.funding.ownership.ShareRegisterEvent.SharesTransferred;
import org.junit.jupiter.api.Test;

class HoldingsTest {

    final Holdings holdings = new Holdings();

    @Test
    void a_transfer_out_of_the_middle_leaves_both_ends_with_the_seller() {
        issue(1, 400, "region");

        transfer(101, 150, "region", "karlshamn");

        assertThat(holdings.all())
                .extracting(it -> it.shares() + " " + it.holderId())
                .containsExactly("1–100 region", "101–150 karlshamn", "151–400 region");
    }

    @Test
    void a_redemption_keeps_the_numbers() {
        issue(1, 400, "region");

        holdings.evolve(new SharesRedeemed("r", "e", 301, 400, "region", "2022"));

        assertThat(holdings.all())
                .extracting(it -> it.shares() + " " + it.holderId())
                .containsExactly("1–300 region", "301–400 null");
        assertThat(holdings.highest()).isEqualTo(400);
    }

    @Test
    void a_transfer_across_holdings_splits_the_outer_ones_only() {
        issue(1, 100, "region");
        issue(101, 200, "region");
        issue(201, 300, "region");

        transfer(50, 250, "region", "karlshamn");

        assertThat(holdings.all())
                .extracting(it -> it.shares() + " " + it.holderId())
                .containsExactly(
                        "1–49 region",
                        "50–100 karlshamn",
                        "101–200 karlshamn",
                        "201–250 karlshamn",
                        "251–300 region");
    }

    @Test
    void since_when_they_are_held_is_known_for_each() {
        issue(1, 3, "region");

        transfer(2, 2, "region", "karlshamn");

        assertThat(holdings.all())
                .extracting(Holding::since)
                .containsExactly("2021", "2023-04", "2021");
    }

    void issue(long first, long last, String holder) {
        holdings.evolve(new SharesIssued("r", "e", first, last, holder, "A", 1, "2021"));
    }

    void transfer(long first, long last, String from, String to) {
        holdings.evolve(new SharesTransferred("r", "e", first, last, from, to, "2023-04"));
    }
}
