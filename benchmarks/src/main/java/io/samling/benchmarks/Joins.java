package io.samling.benchmarks;

import io.samling.kernel.Municipality;
import io.samling.kernel.Organisationsnummer;
import io.samling.member.membership.MemberId;
import io.samling.member.membership.MembershipCommand.Join;
import io.samling.member.membership.OrganisationKind;
import io.samling.member.membership.OrganisationName;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Organisations that join, each a new one with an invented number. */
final class Joins {

    private static final int FIRST = 992_000_000;
    private static final LocalDate DAY = LocalDate.of(2024, 2, 29);

    /** No number joins twice, whatever is measured on the same servers. */
    private static final AtomicInteger NEXT = new AtomicInteger(FIRST);

    Join command() {
        var number = number();
        return new Join(
                new MemberId(UUID.randomUUID()),
                Organisationsnummer.of(number),
                new OrganisationName("Bolag " + number + " AB"),
                OrganisationKind.COMPANY,
                Municipality.of("1080"),
                DAY,
                true);
    }

    String json() {
        var number = number();
        return """
               {"organisationsnummer": "%s", "name": "Bolag %s AB", "kind": "COMPANY",
                "municipality": "1080", "firstDay": "%s", "demo": true}
               """
                .formatted(number, number, DAY);
    }

    private String number() {
        var digits = String.valueOf(NEXT.getAndIncrement());
        var sum = 0;
        for (var place = 0; place < digits.length(); place++) {
            var weighted = (digits.charAt(place) - '0') * (place % 2 == 0 ? 2 : 1);
            sum += weighted / 10 + weighted % 10;
        }
        return digits + (10 - sum % 10) % 10;
    }
}
