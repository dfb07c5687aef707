package io.samling.member.membership.web;

import io.samling.kernel.Municipalities;
import io.samling.kernel.Municipality;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class MunicipalityController {

    /** A municipality and its county, by code and name. */
    record Listed(String code, String name, String countyCode, String county) {

        static Listed of(Municipality municipality) {
            return new Listed(
                    municipality.code(),
                    municipality.name(),
                    municipality.countyCode(),
                    municipality.county());
        }
    }

    /** All of them, for there will never be many. */
    record Listing(List<Listed> items) {}

    @GetMapping("/api/municipalities")
    Listing all() {
        return new Listing(Municipalities.ofSweden().all().stream().map(Listed::of).toList());
    }
}
