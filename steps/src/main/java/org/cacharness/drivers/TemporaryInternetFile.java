package org.cacharness.drivers;

import java.net.URI;
import java.util.Arrays;
import java.util.Objects;
import org.htmlunit.WebRequest;
import org.htmlunit.WebResponse;
import org.htmlunit.WebResponseData;
import org.htmlunit.util.NameValuePair;

/**
 * One file in the cache: what the server sent, byte for byte.
 *
 * @param address where it came from
 * @param content its bytes
 * @param headers the response's header fields, which say how long it may be used
 */
public record TemporaryInternetFile(URI address, byte[] content, java.util.List<NameValuePair> headers) {
    /** Copies the content and the headers. */
    public TemporaryInternetFile {
        content = content.clone();
        headers = java.util.List.copyOf(headers);
    }

    @Override
    public byte[] content() {
        return content.clone();
    }

    WebResponse answering(WebRequest request) {
        return new WebResponse(new WebResponseData(content, 200, "OK", headers), request, 0);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TemporaryInternetFile that
                && address.equals(that.address)
                && Arrays.equals(content, that.content)
                && headers.equals(that.headers);
    }

    @Override
    public int hashCode() {
        return Objects.hash(address, Arrays.hashCode(content), headers);
    }

    @Override
    public String toString() {
        return "TemporaryInternetFile[" + address + ", " + content.length + " bytes]";
    }
}
