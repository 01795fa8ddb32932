package org.cacharness.drivers;

import java.util.List;

/** The user console of one CAC software, worked step by step as a person does. */
public final class Console {
    private final Middleware middleware;
    private final Browser desktop;
    private final Screen screen;

    /**
     * Stands in front of the desktop.
     *
     * @param middleware which CAC software it is
     * @param desktop shows the desktop; the caller closes it
     */
    public Console(Middleware middleware, Browser desktop) {
        this.middleware = middleware;
        this.desktop = desktop;
        this.screen = new Screen(desktop);
    }

    /** The way from the desktop to the command, in the procedure's words. */
    public List<String> way() {
        return switch (middleware) {
            case ACTIVCLIENT ->
                List.of(
                        "Start",
                        "Programs",
                        "ActivIdentity",
                        "ActivClient",
                        "User Console",
                        "Tools",
                        "Advanced",
                        "Make Certificates Available to Windows");
            case ACTIVCARD_GOLD ->
                List.of(
                        "Start",
                        "Programs",
                        "Active Card Gold Folder",
                        "Active Card Gold Utilities",
                        "Tools",
                        "Register Certificates");
        };
    }

    /** Goes the way from the desktop up to and including one of its parts. */
    public void goAsFarAs(String part) {
        for (String next : way().subList(0, way().indexOf(part) + 1)) {
            screen.press(next);
        }
    }

    /** Goes the whole way and gives the command. */
    public void giveCommand() {
        way().forEach(screen::press);
    }

    /** Gives the command, and says yes where the software asks whether to go on. */
    public void askForCertificates() {
        giveCommand();
        if (middleware == Middleware.ACTIVCARD_GOLD) {
            answer("Yes");
        }
    }

    /** Opens the window, and no menu in it. */
    public void openWindow() {
        goAsFarAs(middleware == Middleware.ACTIVCLIENT ? "User Console" : "Active Card Gold Utilities");
    }

    /** Answers the dialog. */
    public void answer(String button) {
        screen.press(button);
    }

    /** Presses the window's close button, whatever the window makes of it. */
    public void closeWindow() {
        screen.press("Close");
    }

    /** Does all of the documented step: the way, the command, the answers, and closing the window. */
    public void makeCertificatesAvailable() {
        askForCertificates();
        answer("OK");
        closeWindow();
    }

    /** Whether the product's own window is open, with or without a dialog in it. */
    public boolean windowIsOpen() {
        String title = middleware == Middleware.ACTIVCLIENT ? "ActivClient - User Console" : "ActivCard Utilities";
        return screen.offers("Close") && screen.value("window-title").orElse("").contains(title);
    }

    /** Whether any window is open. */
    public boolean anyWindowIsOpen() {
        return screen.offers("Close");
    }

    /** Which CAC software it is. */
    public Middleware middleware() {
        return middleware;
    }

    /** What can be seen on the desktop. */
    public Screen screen() {
        return screen;
    }

    /** The window that shows the desktop. */
    public Browser desktop() {
        return desktop;
    }
}
