package io.samling.eventrelay;

import io.samling.eventstore.LogToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.eventhandling.tokenstore.UnableToInitializeTokenException;
import org.jspecify.annotations.Nullable;

/** The claim as a token in the service's token store, beside those of its processing groups. */
final class TokenStoreClaim implements RelayClaim {

    private static final String GROUP = "relay";
    private static final int ONLY_SEGMENT = 0;

    private final TokenStore tokens;
    private final String logId;
    private volatile @Nullable Long noted;

    TokenStoreClaim(TokenStore tokens, String logId) {
        this.tokens = tokens;
        this.logId = logId;
    }

    @Override
    public boolean take() {
        if (tokens.fetchSegments(GROUP).length == 0) {
            initialize();
        }
        try {
            var token = tokens.fetchToken(GROUP, ONLY_SEGMENT);
            noted = token instanceof LogToken(var log, var at) && log.equals(logId) ? at : null;
            return true;
        } catch (UnableToClaimTokenException heldByAnother) {
            return false;
        }
    }

    private void initialize() {
        try {
            tokens.initializeSegment(null, GROUP, ONLY_SEGMENT);
        } catch (UnableToInitializeTokenException doneByAnother) {
            // whoever did it may hold it now: taking it will show
        }
    }

    @Override
    public @Nullable Long noted() {
        return noted;
    }

    @Override
    public void note(long position) {
        try {
            tokens.storeToken(new LogToken(logId, position), GROUP, ONLY_SEGMENT);
            noted = position;
        } catch (UnableToClaimTokenException unsure) {
            // the store says so, too, where the very same token was noted within a millisecond
            keep();
        }
    }

    @Override
    public void keep() {
        try {
            tokens.extendClaim(GROUP, ONLY_SEGMENT);
        } catch (UnableToClaimTokenException taken) {
            throw new RelayFault.Superseded("Another instance has taken the claim", taken);
        }
    }

    @Override
    public void release() {
        tokens.releaseClaim(GROUP, ONLY_SEGMENT);
    }
}
