package org.cacharness.description;

/** How a thing is found on a page. There is one way to each: a second one for when the first fails would hide a changed label. */
public sealed interface Locator {
    /**
     * By the words that a member sees: a button's or link's, a field's label, a page's heading.
     *
     * @param words without regard to case and spaces
     */
    record Words(String words) implements Locator {
        @Override
        public String toString() {
            return "\"" + words + "\"";
        }
    }

    /**
     * By its role (WAI-ARIA 1.2, 5.4), where the same words are on several things.
     *
     * @param role button, link, menuitem or tab
     * @param name the words on it
     */
    record Role(String role, String name) implements Locator {
        @Override
        public String toString() {
            return role + " \"" + name + "\"";
        }
    }

    /**
     * By a CSS selector, where a thing has neither words nor a role.
     *
     * @param css Selectors Level 3
     */
    record Selector(String css) implements Locator {
        @Override
        public String toString() {
            return "selector " + css;
        }
    }

    /**
     * Anything that can be read on the page.
     *
     * @param words without regard to case and line breaks
     */
    record Text(String words) implements Locator {
        @Override
        public String toString() {
            return "text \"" + words + "\"";
        }
    }
}
