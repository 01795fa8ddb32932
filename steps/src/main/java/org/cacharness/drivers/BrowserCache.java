package org.cacharness.drivers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import org.htmlunit.Cache;
import org.htmlunit.WebRequest;
import org.htmlunit.WebResponse;
import org.htmlunit.util.NameValuePair;
import org.jspecify.annotations.Nullable;

/**
 * HtmlUnit's cache as the memory of one browser, in front of the temporary internet files of the computer.
 *
 * <p>What is cacheable and for how long is HtmlUnit's own decision, from the response's header fields (RFC 9111). This class
 * only adds the second level: a browser reads a file from disk once and from then on uses its copy in memory.
 */
final class BrowserCache extends Cache {
    private static final long serialVersionUID = 1L;

    private final transient EmbeddedFiles disk;

    BrowserCache(EmbeddedFiles disk) {
        this.disk = disk;
    }

    @Override
    public @Nullable WebResponse getCachedResponse(WebRequest request) {
        WebResponse inMemory = super.getCachedResponse(request);
        if (inMemory != null) {
            return inMemory;
        }
        disk.at(addressOf(request)).ifPresent(file -> super.cacheIfPossible(request, file.answering(request), null));
        return super.getCachedResponse(request);
    }

    @Override
    public boolean cacheIfPossible(WebRequest request, WebResponse response, @Nullable Object parsed) {
        boolean cached = super.cacheIfPossible(request, response, parsed);
        if (cached && parsed == null) {
            disk.keep(new TemporaryInternetFile(addressOf(request), contentOf(response), headersOf(response)));
        }
        return cached;
    }

    /** The content is kept decoded, so the header that announces an encoding does not hold for it (RFC 9110, 8.4). */
    private static List<NameValuePair> headersOf(WebResponse response) {
        return response.getResponseHeaders().stream()
                .filter(header -> !header.getName().equalsIgnoreCase("Content-Encoding"))
                .filter(header -> !header.getName().equalsIgnoreCase("Content-Length"))
                .toList();
    }

    private static URI addressOf(WebRequest request) {
        return URI.create(request.getUrl().toExternalForm());
    }

    private static byte[] contentOf(WebResponse response) {
        try (InputStream content = response.getContentAsStream()) {
            return content.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(
                    "Browser cache: could not read " + response.getWebRequest().getUrl(), unreadable);
        }
    }
}
