package io.samling.funding;

import io.samling.funding.financing.GrantEvent.Amount;
import io.samling.funding.financing.GrantEvent.Contribution;
import io.samling.funding.financing.GrantEvent.Decision;
import io.samling.funding.financing.GrantEvent.GrantChanged;
import io.samling.funding.financing.GrantEvent.GrantDecided;
import io.samling.funding.financing.GrantEvent.GrantWithdrawn;
import io.samling.funding.ownership.ShareRegisterEvent.HolderEntered;
import io.samling.funding.ownership.ShareRegisterEvent.RegisterOpened;
import io.samling.funding.ownership.ShareRegisterEvent.SharesIssued;
import io.samling.funding.ownership.ShareRegisterEvent.SharesRedeemed;
import io.samling.funding.ownership.ShareRegisterEvent.SharesTransferred;
import io.samling.funding.projects.ProjectEvent.ProjectRegistered;
import java.util.List;

/** One event of each sort, with what may be unknown both known and unknown somewhere. */
public final class Remembered {

    public static final String PROJECT = "5a3f0c1e-0f09-4d6a-9a51-1c7c1b0e0001";
    public static final String GRANT = "5a3f0c1e-0f09-4d6a-9a51-1c7c1b0e0002";
    public static final String REGISTER = "5a3f0c1e-0f09-4d6a-9a51-1c7c1b0e0003";
    public static final String REGION = "5a3f0c1e-0f09-4d6a-9a51-1c7c1b0e0004";
    public static final String KARLSHAMN = "5a3f0c1e-0f09-4d6a-9a51-1c7c1b0e0005";

    public static final ProjectRegistered PROJECT_REGISTERED =
            new ProjectRegistered(
                    PROJECT,
                    "Techtank Bas",
                    "Olofströms Näringsliv AB",
                    "2015-09-01",
                    "2018-12-31",
                    "ERUF 2014-2020",
                    "techtank.se techtank-bas",
                    false);

    public static final GrantDecided GRANT_DECIDED =
            new GrantDecided(
                    GRANT,
                    PROJECT,
                    new Decision(
                            List.of(
                                    new Contribution("ERUF", sek(700_000_000)),
                                    new Contribution("Region Blekinge", null)),
                            "2015-06",
                            sek(1_400_000_000),
                            "TOTAL_BUDGET"),
                    "techtank.se techtank-bas");

    public static final GrantChanged GRANT_CHANGED =
            new GrantChanged(
                    GRANT,
                    PROJECT,
                    GRANT_DECIDED.decision(),
                    new Decision(
                            List.of(new Contribution("ERUF", sek(600_000_000))),
                            "2015-06-18",
                            sek(600_000_000),
                            "GRANT"),
                    "2016");

    public static final GrantWithdrawn GRANT_WITHDRAWN =
            new GrantWithdrawn(GRANT, PROJECT, GRANT_CHANGED.after(), "2017-01-31");

    public static final RegisterOpened REGISTER_OPENED =
            new RegisterOpened(REGISTER, "Exempelbolaget AB (svb)", "4999000005", true);

    public static final HolderEntered HOLDER_ENTERED =
            new HolderEntered(REGISTER, REGION, "Region Blekinge", "2321000081");

    public static final SharesIssued SHARES_ISSUED =
            new SharesIssued(REGISTER, entry(1), 1, 400, REGION, "A", 10, "2021-07");

    public static final SharesTransferred SHARES_TRANSFERRED =
            new SharesTransferred(REGISTER, entry(2), 101, 150, REGION, KARLSHAMN, "2021-10-05");

    public static final SharesRedeemed SHARES_REDEEMED =
            new SharesRedeemed(REGISTER, entry(3), 301, 400, REGION, "2023");

    private Remembered() {}

    /** Every event above. */
    public static List<Object> everySort() {
        return List.of(
                PROJECT_REGISTERED,
                GRANT_DECIDED,
                GRANT_CHANGED,
                GRANT_WITHDRAWN,
                REGISTER_OPENED,
                HOLDER_ENTERED,
                SHARES_ISSUED,
                SHARES_TRANSFERRED,
                SHARES_REDEEMED);
    }

    private static String entry(int number) {
        return "5a3f0c1e-0f09-4d6a-9a51-1c7c1b0ee%03d".formatted(number);
    }

    private static Amount sek(long ore) {
        return new Amount(ore, "SEK");
    }
}
