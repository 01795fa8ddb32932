package org.cacharness.simulator.portal;

import com.github.jknack.handlebars.Context;
import com.github.jknack.handlebars.Handlebars;
import com.github.jknack.handlebars.Helper;
import com.github.jknack.handlebars.Options;
import com.github.jknack.handlebars.Template;
import com.github.tomakehurst.wiremock.extension.TemplateHelperProviderExtension;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Two words for the templates: {@code {{#frame}}…{{/frame}}} puts a page into {@code frame.html}, {@code {{part "x.html"}}} puts a
 * piece into a page. WireMock's templating looks for Handlebars' own partials on the class path only, where no tester can edit.
 */
final class FrameHelper implements TemplateHelperProviderExtension {
    private final StubFolder folder;
    private final Map<String, Template> compiled = new ConcurrentHashMap<>();

    FrameHelper(StubFolder folder) {
        this.folder = folder;
    }

    @Override
    public String getName() {
        return "portal-frame";
    }

    @Override
    public Map<String, Helper<?>> provideTemplateHelpers() {
        Helper<Object> frame = (context, options) -> frame(options);
        Helper<Object> part = (file, options) ->
                new Handlebars.SafeString(template(file.toString(), options).apply(options.context));
        return Map.of("frame", frame, "part", part);
    }

    private CharSequence frame(Options options) throws IOException {
        Context framed = Context.newBuilder(options.context, options.context.model())
                .combine("content", new Handlebars.SafeString(options.fn().toString()))
                .build();
        return new Handlebars.SafeString(template("frame.html", options).apply(framed));
    }

    private Template template(String file, Options options) throws IOException {
        Template known = compiled.get(file);
        if (known == null) {
            known = options.handlebars.compileInline(folder.read(file));
            compiled.put(file, known);
        }
        return known;
    }
}
