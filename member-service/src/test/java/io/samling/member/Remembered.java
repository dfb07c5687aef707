package io.samling.member;

import io.samling.member.headcount.HeadcountEvent.Counted;
import io.samling.member.headcount.HeadcountEvent.HeadcountCorrected;
import io.samling.member.headcount.HeadcountEvent.HeadcountReported;
import io.samling.member.membership.MembershipEvent.MemberJoined;
import io.samling.member.membership.MembershipEvent.MemberLeft;
import io.samling.member.membership.MembershipEvent.MemberMerged;
import io.samling.member.membership.MembershipEvent.MemberReturned;
import io.samling.member.membership.MembershipEvent.PeriodAnnulled;
import java.time.LocalDate;
import java.util.List;

/** One event of each sort, of one invented company through three periods. */
public final class Remembered {

    public static final String ACME = "00000000-0000-4000-8000-00000000ac3e";
    public static final String BOLT = "00000000-0000-4000-8000-000000000b01";
    public static final String READING = "00000000-0000-4000-8000-000000000c01";
    public static final String NUMBER = "4999000005";

    public static final LocalDate NEW_YEAR_2015 = LocalDate.of(2015, 1, 1);
    public static final LocalDate LAST_DAY_OF_2017 = LocalDate.of(2017, 12, 31);

    public static final MemberJoined JOINED =
            new MemberJoined(ACME, 1, NUMBER, "Acme AB", "COMPANY", "1060", NEW_YEAR_2015, true);

    public static final MemberLeft LEFT =
            new MemberLeft(ACME, 1, NEW_YEAR_2015, LAST_DAY_OF_2017, "RESIGNED");

    public static final MemberReturned RETURNED =
            new MemberReturned(
                    ACME,
                    2,
                    NUMBER,
                    "Acme Svets AB",
                    "COMPANY",
                    "0763",
                    LocalDate.of(2018, 5, 1),
                    true,
                    false);

    public static final MemberMerged MERGED =
            new MemberMerged(ACME, 2, LocalDate.of(2018, 5, 1), LocalDate.of(2019, 5, 31), BOLT);

    public static final PeriodAnnulled ANNULLED =
            new PeriodAnnulled(ACME, 1, NEW_YEAR_2015, null, NUMBER, true);

    public static final HeadcountReported REPORTED =
            new HeadcountReported(
                    ACME,
                    READING,
                    new Counted("HEADCOUNT", "SITE", LAST_DAY_OF_2017, 40, "MEMBER"));

    public static final HeadcountCorrected CORRECTED =
            new HeadcountCorrected(
                    ACME,
                    READING,
                    REPORTED.reading(),
                    new Counted("FTE", "SITE", LAST_DAY_OF_2017, 3850, "ANNUAL_REPORT"));

    private Remembered() {}

    /** Every event above. */
    public static List<Object> everySort() {
        return List.of(JOINED, LEFT, RETURNED, MERGED, ANNULLED, REPORTED, CORRECTED);
    }
}
