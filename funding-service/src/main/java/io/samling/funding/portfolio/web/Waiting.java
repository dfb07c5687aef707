package io.samling.funding.portfolio.web;

import io.samling.contracts.LogPositions;
import io.samling.funding.portfolio.Portfolio;
import io.samling.webedge.AtLeast;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lets a query include a write that its sender has made. */
@Component
class Waiting {

    private final Portfolio portfolio;
    private final Duration patience;

    Waiting(Portfolio portfolio, PortfolioProperties settings) {
        this.portfolio = portfolio;
        this.patience = settings.patience();
    }

    void until(@Nullable LogPositions atLeast) {
        AtLeast.await(atLeast, portfolio::reached, patience);
    }
}
