package org.cacharness.simulator.middleware;

/** What is on the screen. Menus and dialogs lie over the state that they were opened from. */
public enum ConsoleState {
    /** Nothing is open. */
    DESKTOP("Desktop"),
    /** The Start menu. */
    START_MENU("Start menu"),
    /** The Start menu's Programs. */
    PROGRAMS("Programs"),
    /** The product's folder under Programs. */
    FOLDER("Program folder"),
    /** ActivClient's own menu in its folder; ActivCard Gold has none. */
    PRODUCT_MENU("ActivClient programs"),
    /** The console's window, no menu open. */
    WINDOW("Console window"),
    /** The window's File menu. */
    FILE_MENU("File menu"),
    /** The window's Tools menu. */
    TOOLS_MENU("Tools menu"),
    /** Advanced in the Tools menu; ActivCard Gold has none. */
    ADVANCED_MENU("Advanced menu"),
    /** ActivCard Gold asks whether to do the task. */
    PROMPT("Question"),
    /** The message that it was done. */
    DONE("Message"),
    /** The message that no card is in the reader. */
    NO_CARD("Error message");

    private final String title;

    ConsoleState(String title) {
        this.title = title;
    }

    /** Title of the page. */
    String title() {
        return title;
    }

    /** Whether a dialog waits for its answer. */
    public boolean asks() {
        return this == PROMPT || this == DONE || this == NO_CARD;
    }

    /** Whether the console's window is there. */
    public boolean hasWindow() {
        return compareTo(WINDOW) >= 0;
    }
}
