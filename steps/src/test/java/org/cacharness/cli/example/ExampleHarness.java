package org.cacharness.cli.example;

import io.cucumber.core.backend.ObjectFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.cacharness.cli.BadInputException;
import org.cacharness.cli.Harness;
import org.cacharness.cli.PortalLauncher;
import org.cacharness.cli.RunRequest;
import org.cacharness.secrets.Secrets;
import org.jspecify.annotations.Nullable;

/** A harness of one class of steps, without card, browser or portal. */
public final class ExampleHarness implements Harness {
    private final String environment;

    /** In this process. */
    public ExampleHarness() {
        this("in-process · example");
    }

    /** Somewhere that is called so. */
    public ExampleHarness(String environment) {
        this.environment = environment;
    }

    @Override
    public String environment() {
        return environment;
    }

    @Override
    public List<String> glue() {
        return List.of("org.cacharness.cli.example");
    }

    @Override
    public Stage stage(RunRequest request, Secrets secrets) {
        return new Stage() {
            @Override
            public ObjectFactory objects() {
                return new Factory(secrets);
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public boolean refuses(Throwable error) {
        if (error instanceof IllegalStateException broken) {
            throw broken;
        }
        return error instanceof ExampleSteps.RefusedForExample;
    }

    @Override
    public Optional<String> reasonNotToRun(String title, List<String> tags, List<String> sentences) {
        return tags.contains("@hardware-only") ? Optional.of("needs a card in a reader") : Optional.empty();
    }

    @Override
    public void check(RunRequest request) throws BadInputException {
        if (request.portal().personas() != null) {
            throw new BadInputException(request.portal().personas() + ": EDIPI: expected ten digits, got \"1\"");
        }
    }

    /** A portal that leaves a file where it was called once it is closed. */
    @Override
    public PortalLauncher portal() {
        return request -> new PortalLauncher.RunningPortal() {
            @Override
            public List<String> greeting() {
                return List.of("Portal: https://127.0.0.1:1/");
            }

            @Override
            public void close() {
                try {
                    Files.createFile(Path.of("portal-closed"));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
    }

    private static final class Factory implements ObjectFactory {
        private final Secrets secrets;
        private @Nullable ExampleSteps steps;

        Factory(Secrets secrets) {
            this.secrets = secrets;
        }

        @Override
        public boolean addClass(Class<?> glueClass) {
            return true;
        }

        @Override
        public <T> T getInstance(Class<T> glueClass) {
            return glueClass.cast(java.util.Objects.requireNonNull(steps, "started"));
        }

        @Override
        public void start() {
            steps = new ExampleSteps(secrets);
        }

        @Override
        public void stop() {
            steps = null;
        }
    }
}
