package org.cacharness.report;

import com.github.jknack.handlebars.Context;
import com.github.jknack.handlebars.Handlebars;
import com.github.jknack.handlebars.context.MapValueResolver;
import com.github.jknack.handlebars.context.MethodValueResolver;
import com.github.jknack.handlebars.io.ClassPathTemplateLoader;
import java.io.IOException;
import java.io.InputStream;

/** The Handlebars templates of all pages that the harness writes, and the files that they share. */
public final class Templates {
    /** The style sheet's name; pages link it in a folder {@code assets}. */
    public static final String STYLE = "report.css";

    private static final String FOLDER = "/org/cacharness/report";

    private final Handlebars handlebars = new Handlebars(new ClassPathTemplateLoader(FOLDER, ".hbs"));

    /** Templates of the class path, each compiled when it is first needed. */
    public Templates() {}

    /**
     * Fills a template; what comes from outside is escaped.
     *
     * @param name of the template
     * @param view a public type whose methods are the variables
     */
    public String fill(String name, Object view) throws IOException {
        Context context = Context.newBuilder(view)
                .resolver(MapValueResolver.INSTANCE, MethodValueResolver.INSTANCE)
                .build();
        return handlebars.compile(name).apply(context);
    }

    /** A file that the pages share. */
    public static byte[] asset(String name) throws IOException {
        try (InputStream resource = Templates.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IOException("Write a page: expected " + name + " on the class path: build again");
            }
            return resource.readAllBytes();
        }
    }
}
