package org.cacharness.simulator.portal;

import com.github.tomakehurst.wiremock.common.Notifier;

/** No notes: requests hold passwords. */
final class SilentNotifier implements Notifier {
    @Override
    public void info(String message) {}

    @Override
    public void error(String message) {}

    @Override
    public void error(String message, Throwable t) {}
}
