package io.samling.reporting.dashboard.web;

import io.samling.reporting.owners.Ownership.Owned;
import java.util.List;

/** A company's owners in words, as the template shows them. */
record OwnersView(String company, String shares, String votes, List<Row> holders) {

    /**
     * An owner's row.
     *
     * @param share its part of all shares
     * @param votes its part of all votes
     * @param count what the bar shows
     * @param most what a full bar would be
     */
    record Row(String name, String shares, String share, String votes, long count, long most) {}

    static OwnersView of(Owned owned, Words words) {
        long most = owned.holders().isEmpty() ? 0 : owned.holders().getFirst().shares();
        return new OwnersView(
                owned.company(),
                words.number(owned.shares()),
                words.number(owned.votes()),
                owned.holders().stream()
                        .map(
                                owner ->
                                        new Row(
                                                owner.name(),
                                                words.number(owner.shares()),
                                                words.percent(owner.shares(), owned.shares()),
                                                words.percent(owner.votes(), owned.votes()),
                                                owner.shares(),
                                                most))
                        .toList());
    }
}
