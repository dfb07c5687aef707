package io.samling.reporting.dashboard;

import io.samling.eventfeed.Feed;
import io.samling.reporting.grants.FundingRows;
import io.samling.reporting.members.MemberRows;
import io.samling.reporting.owners.OwnerRows;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** What the things that a fact names by id or code are called, by their newest names. */
@Component
class Names {

    private final Feed feed;

    Names(Feed feed) {
        this.feed = feed;
    }

    /** What the fact is about: the member, the project or the company whose shares they are. */
    @Nullable String subject(JsonNode fact) {
        return Stream.of("memberId", "projectId", "registerId")
                .flatMap(field -> name(field, fact.path(field)).stream())
                .findFirst()
                .orElse(null);
    }

    /** All names by id or code, of what the fact names. */
    Map<String, String> all(JsonNode fact) {
        Map<String, String> found = new HashMap<>();
        for (var property : fact.properties()) {
            var value = property.getValue();
            name(property.getKey(), value).ifPresent(name -> found.put(value.asString(), name));
        }
        return found;
    }

    private Optional<String> name(String field, JsonNode value) {
        if (!value.isString()) {
            return Optional.empty();
        }
        var id = value.asString();
        return switch (field) {
            case "municipality" -> Optional.of(MembersByMunicipality.name(id));
            case "memberId", "mergedInto" ->
                    feed.read("member", MemberRows.class, rows -> rows.name(id));
            case "projectId" -> feed.read("funding", FundingRows.class, rows -> rows.project(id));
            case "registerId" -> feed.read("funding", OwnerRows.class, rows -> rows.company(id));
            case "holderId", "fromHolderId", "toHolderId" ->
                    feed.read("funding", OwnerRows.class, rows -> rows.holder(id));
            default -> Optional.empty();
        };
    }
}
