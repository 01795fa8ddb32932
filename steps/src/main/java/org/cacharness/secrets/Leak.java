package org.cacharness.secrets;

/**
 * A secret that stands in a file. It says where and of what kind, never what the secret is.
 *
 * @param file the file's path, itself masked; for an entry of an archive {@code archive!entry}
 * @param offset of the first byte, from 0
 * @param line of the first byte, from 1
 * @param kind of the secret
 * @param encoding in which it stands there
 */
public record Leak(String file, long offset, long line, SecretKind kind, SecretEncoding encoding) {
    @Override
    public String toString() {
        return file + ":" + line + " (byte " + offset + "): a " + kind.words() + ", " + encoding.words();
    }
}
