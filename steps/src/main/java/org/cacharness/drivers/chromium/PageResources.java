package org.cacharness.drivers.chromium;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The files that the page in front uses, as the browser has them. A page itself could read neither those of another port nor, under
 * the portal's content security policy, any.
 */
public final class PageResources {
    private final DevTools driver;

    /** Of the page in front. */
    public PageResources(DevTools driver) {
        this.driver = driver;
    }

    /** The texts of the page's style sheets, in their order. */
    public List<String> styleSheets() {
        return contents(resource -> resource.path("type").asText().equals("Stylesheet"));
    }

    /** The texts of the files whose address ends so. */
    public List<String> endingIn(String path) {
        return contents(resource -> resource.path("url").asText().endsWith(path));
    }

    private List<String> contents(Predicate<JsonNode> wanted) {
        JsonNode frame = driver.ask("Page.getResourceTree", Map.of()).path("frameTree");
        String frameId = frame.path("frame").path("id").asText();
        List<String> contents = new ArrayList<>();
        for (JsonNode resource : frame.path("resources")) {
            if (wanted.test(resource)) {
                String address = resource.path("url").asText();
                contents.add(driver.ask("Page.getResourceContent", Map.of("frameId", frameId, "url", address))
                        .path("content")
                        .asText());
            }
        }
        return contents;
    }
}
