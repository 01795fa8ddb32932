package org.cacharness.secrets;

/** Where words begin and end in the bytes of a text, also of one in which some characters are escaped. */
final class Words {
    private static final int URL_ESCAPE = 3;
    private static final int UNICODE_ESCAPE = 6;

    private Words() {}

    /** Whether what stands from start to end is a part of a longer word. */
    static boolean isPart(byte[] text, int start, int end) {
        return (start > 0 && isLetter(text[start - 1]) && !endsEscape(text, start))
                || (end < text.length && isLetter(text[end]));
    }

    /** {@code \\n}, {@code %20} and {@code \\u0027} end in what looks like a letter, and are none. */
    private static boolean endsEscape(byte[] text, int end) {
        return stands(text, end - 2, '\\')
                || stands(text, end - URL_ESCAPE, '%')
                || (stands(text, end - UNICODE_ESCAPE, '\\') && stands(text, end - UNICODE_ESCAPE + 1, 'u'));
    }

    private static boolean stands(byte[] text, int at, char what) {
        return at >= 0 && text[at] == what;
    }

    /** Bytes beyond ASCII are parts of letters in UTF-8. */
    private static boolean isLetter(byte b) {
        return b < 0 || (b >= '0' && b <= '9') || (b >= 'A' && b <= 'Z') || (b >= 'a' && b <= 'z');
    }
}
