package io.samling.demo;

import java.time.LocalDate;
import java.util.List;

/** What happened to a company beside joining and growing. */
sealed interface Turn {

    /** By its name in the table of companies. */
    String company();

    /** When the staff wrote it down. */
    LocalDate known();

    /** It left; the last day is the last that counts. */
    record Left(String company, LocalDate known, LocalDate lastDay, String reason)
            implements Turn {}

    /** It came back. */
    record CameBack(String company, LocalDate known, LocalDate firstDay) implements Turn {}

    /** It became part of another member. */
    record Merged(String company, LocalDate known, LocalDate day, String into) implements Turn {}

    /** It had never been a member: somebody had registered the wrong company. */
    record NeverJoined(String company, LocalDate known) implements Turn {}

    /** The number reported for the end of a year was wrong, and was put right on the day known. */
    record Corrected(String company, LocalDate known, int year, int reportedWrongly)
            implements Turn {}

    /** All that happened. */
    static List<Turn> all() {
        // spotless:off
        return List.of(
                left("Järnlodets Robotik AB", "2017-06-12", "2017-08-31", "LIQUIDATED"),
                left("Lärkspårets Mätteknik AB", "2017-10-02", "2017-12-31", "RESIGNED"),
                left("Vintergatans Komposit AB", "2018-03-19", "2018-06-30", "RESIGNED"),
                left("Kvastfenans Maskin AB", "2018-10-24", "2018-10-15", "BANKRUPT"),
                left("Dimbankens Robotik AB", "2019-04-08", "2019-03-31", "NON_PAYMENT"),
                left("Storspovens Verktyg AB", "2019-09-30", "2019-12-31", "RESIGNED"),
                left("Rimfrostens Plåtteknik AB", "2020-06-15", "2020-06-08", "BANKRUPT"),
                left("Korpklippans Lindning AB", "2021-04-12", "2021-05-31", "LIQUIDATED"),
                left("Ekollonets Plast AB", "2022-09-26", "2022-12-31", "RESIGNED"),
                left("Lingonris Laserskärning AB", "2023-04-03", "2023-03-20", "BANKRUPT"),
                left("Silverfiskens Svets AB", "2023-10-02", "2023-12-31", "RESIGNED"),
                left("Mistelns Automation AB", "2024-06-10", "2024-06-30", "OTHER"),
                new CameBack("Lärkspårets Mätteknik AB", day("2019-12-12"), day("2020-01-01")),
                new CameBack("Vintergatans Komposit AB", day("2022-01-17"), day("2022-01-01")),
                new Merged("Ljungpipans Smide AB", day("2019-11-25"), day("2020-01-01"), "Blåklints Verktyg AB"),
                new NeverJoined("Myrstackens Laserskärning AB", day("2020-05-11")),
                new Corrected("Hjortrons Smide AB", day("2016-05-17"), 2015, 1210),
                new Corrected("Gryningens Lindning AB", day("2017-09-04"), 2016, 51),
                new Corrected("Kricktjärns Ytbehandling AB", day("2018-04-16"), 2017, 530),
                new Corrected("Kaprifolens Gjuteri AB", day("2019-06-03"), 2018, 92),
                new Corrected("Bofinkens Automation AB", day("2021-10-11"), 2020, 118),
                new Corrected("Göktytans Verktyg AB", day("2023-05-22"), 2022, 403),
                new Corrected("Näckrosens Elektronik AB", day("2024-08-19"), 2023, 710));
        // spotless:on
    }

    private static Left left(String company, String known, String lastDay, String reason) {
        return new Left(company, day(known), day(lastDay), reason);
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
