package org.cacharness.drivers;

/** A thing on the page in front that a person can see: to be pressed, typed into, or read. It is gone with the page. */
public interface Thing {
    /** Presses it with the mouse; within {@link Browser#act}, where that may load a page. */
    void press();

    /** Types into it, replacing what was there. */
    void type(CharSequence typed);

    /** What can be read in it. */
    String text();

    /** Gives it a value that the page did not offer, as somebody does who writes the form by hand. */
    void forge(String value);
}
