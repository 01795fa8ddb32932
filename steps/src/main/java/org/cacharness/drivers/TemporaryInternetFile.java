package org.cacharness.drivers;

import java.net.URI;
import java.util.List;
import org.htmlunit.WebRequest;
import org.htmlunit.WebResponse;
import org.htmlunit.WebResponseData;
import org.htmlunit.util.NameValuePair;

/** One file in the cache: what the server sent, byte for byte, with the header fields that say how long it may be used. */
final class TemporaryInternetFile {
    private static final int OK = 200;

    private final URI address;
    private final byte[] content;
    private final List<NameValuePair> headers;

    TemporaryInternetFile(URI address, byte[] content, List<NameValuePair> headers) {
        this.address = address;
        this.content = content.clone();
        this.headers = List.copyOf(headers);
    }

    /** Where it came from. */
    URI address() {
        return address;
    }

    /** Its bytes, in a copy. */
    byte[] content() {
        return content.clone();
    }

    WebResponse answering(WebRequest request) {
        return new WebResponse(new WebResponseData(content, OK, "OK", headers), request, 0);
    }

    @Override
    public String toString() {
        return "TemporaryInternetFile[" + address + ", " + content.length + " bytes]";
    }
}
