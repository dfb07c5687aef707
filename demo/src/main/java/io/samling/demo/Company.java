package io.samling.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A member company. All of them are invented.
 *
 * @param number from 1; its organisation number is made of it
 * @param municipality SCB's code
 * @param firstDay of its first membership
 * @param employeesFirst how many worked there on that day
 * @param employeesLast how many worked there at the end of 2024
 */
record Company(
        int number,
        String name,
        String municipality,
        LocalDate firstDay,
        int employeesFirst,
        int employeesLast) {

    private static final int LAST_YEAR = 2024;

    /** All of them, in the order in which they joined. */
    static List<Company> all() {
        return Table.rows("companies.csv").stream().map(Company::of).toList();
    }

    private static Company of(Map<String, String> row) {
        return new Company(
                Integer.parseInt(row.getOrDefault("number", "")),
                row.getOrDefault("name", ""),
                row.getOrDefault("municipality", ""),
                LocalDate.parse(row.getOrDefault("first_day", "")),
                Integer.parseInt(row.getOrDefault("employees_first", "")),
                Integer.parseInt(row.getOrDefault("employees_last", "")));
    }

    UUID id() {
        return Names.idOf("company/" + name);
    }

    String organisationsnummer() {
        return Names.inventedOrganisationNumber(number);
    }

    /**
     * How many worked there at the end of a year: a way from the first to the last number with some
     * ups and downs, and a dent in 2020.
     */
    int employeesAtTheEndOf(int year) {
        if (year >= LAST_YEAR) {
            return employeesLast;
        }
        double way = (year + 1.0 - firstDay.getYear()) / (LAST_YEAR + 1.0 - firstDay.getYear());
        double straight = employeesFirst + way * (employeesLast - employeesFirst);
        double mood = (Names.lot(name + "/mood/" + year, 9) - 4) / 100.0;
        double dent = year == 2020 ? -0.06 : 0;
        return (int) Math.max(1, Math.round(straight * (1 + mood + dent)));
    }
}
