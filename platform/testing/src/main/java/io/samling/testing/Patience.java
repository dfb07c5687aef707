package io.samling.testing;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * How long a test waits for what must happen in the end, unless it says otherwise. It is long, for
 * it ends a wait in vain and judges nothing: a busy machine may be as slow as it is.
 */
public final class Patience implements LauncherSessionListener {

    /** Long enough for whatever happens at all. */
    public static final Duration USUAL = Duration.ofSeconds(60);

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        Awaitility.setDefaultTimeout(USUAL);
    }
}
