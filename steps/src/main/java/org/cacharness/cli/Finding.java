package org.cacharness.cli;

/**
 * One line of {@code cac doctor}.
 *
 * @param mark how it stands
 * @param what was looked for
 * @param found what is there
 * @param advice what to do about it; empty if nothing need be done
 */
record Finding(Mark mark, String what, String found, String advice) {
    /** How it stands. */
    enum Mark {
        /** It is there. */
        OK,
        /** It is not there, and only some paths need it. */
        ABSENT,
        /** It should be looked at. */
        ATTENTION,
        /** Without it the embedded path cannot run. */
        BAD
    }

    static Finding ok(String what, String found) {
        return new Finding(Mark.OK, what, found, "");
    }

    static Finding absent(String what, String found, String advice) {
        return new Finding(Mark.ABSENT, what, found, advice);
    }

    static Finding attention(String what, String found, String advice) {
        return new Finding(Mark.ATTENTION, what, found, advice);
    }

    static Finding bad(String what, String found, String advice) {
        return new Finding(Mark.BAD, what, found, advice);
    }
}
