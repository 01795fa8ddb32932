package org.cacharness.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher {@code cac} in a project of empty folders, with a JDK and a Maven that only say what they were asked. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a POSIX shell script; cac.cmd is its equivalent there")
class LauncherTest {
    private static final int BAD_INPUT = 2;

    @TempDir
    Path folder;

    private Path home;
    private Path jdk;

    @BeforeEach
    void begin() throws IOException {
        home = Files.createDirectory(folder.resolve("a project"));
        jdk = folder.resolve("jdk");
        Files.copy(Path.of("..", "cac"), home.resolve("cac"), StandardCopyOption.COPY_ATTRIBUTES);
        for (String module : List.of("steps", "simulator")) {
            Files.createDirectories(home.resolve(module).resolve("src/main"));
            Files.writeString(home.resolve(module).resolve("pom.xml"), "");
        }
        Files.writeString(home.resolve("pom.xml"), "");
        script(
                home.resolve("mvnw"),
                "echo build \"$@\"; mkdir -p steps/target/classes steps/target/lib simulator/target/classes");
        script(jdk.resolve("bin/java"), "echo java \"$@\"");
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"17.0.15\"\n");
    }

    @Test
    void it_builds_once_then_only_when_a_source_is_newer() throws Exception {
        assertThat(launch("run").text())
                .contains("Building (first run", "build -q -B -Dmaven.test.skip=true package", "java -XX:");
        assertThat(launch("run").text()).doesNotContain("build ").contains("java -XX:");

        Path source = Files.writeString(home.resolve("simulator/src/main/Changed.java"), "");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));

        assertThat(launch("run").text()).contains("build -q");
    }

    @Test
    void a_build_that_fails_ends_it_and_is_tried_again() throws Exception {
        script(home.resolve("mvnw"), "echo no disk; exit 1");

        for (int attempt = 0; attempt < 2; attempt++) {
            Launch launch = launch("run");
            assertThat(launch.code()).isEqualTo(BAD_INPUT);
            assertThat(launch.text()).contains("no disk", "The build failed").doesNotContain("java -XX");
        }
        assertThat(home).isDirectoryNotContaining("glob:**/.cac-build*");
    }

    @Test
    void an_archive_of_classes_is_used_once_it_is_whole() throws Exception {
        String archiving =
                "for word; do case $word in -XX:ArchiveClassesAtExit=*) : > \"${word#*=}\"; %s;; esac; done; "
                        + "echo java \"$@\"";
        script(jdk.resolve("bin/java"), archiving.formatted("exit 1"));
        assertThat(launch("run").text()).contains("-Xshare:auto").doesNotContain("-XX:SharedArchiveFile");

        Files.delete(home.resolve("steps/target/cac.stamp"));
        script(jdk.resolve("bin/java"), archiving.formatted("echo classes > \"${word#*=}\""));
        assertThat(launch("run").text()).contains("-XX:SharedArchiveFile=" + home.resolve("steps/target/cac-17.jsa"));
    }

    @Test
    void words_reach_the_program_as_they_were_given() throws Exception {
        script(jdk.resolve("bin/java"), "for word; do echo \"[$word]\"; done");

        assertThat(launch("run", "--name", "^Ada's card \\(new\\)$").text())
                .contains(
                        "[run]\n[--name]\n[^Ada's card \\(new\\)$]\n",
                        "[-Dcac.terminal=false]",
                        "[-Dcac.home=" + home + "]");
    }

    @Test
    void an_old_jdk_is_named() throws Exception {
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"1.8.0_402\"\n");

        Launch launch = launch("run");

        assertThat(launch.code()).isEqualTo(BAD_INPUT);
        assertThat(launch.text().lines()).singleElement().asString().contains("is Java 8: install a JDK of version 17");
    }

    @Test
    void a_jdk_that_is_not_there_is_named() throws Exception {
        Files.delete(jdk.resolve("bin/java"));

        Launch launch = launch("run");

        assertThat(launch.code()).isEqualTo(BAD_INPUT);
        assertThat(launch.text().lines()).singleElement().asString().contains("No JDK at JAVA_HOME=" + jdk);
    }

    private Launch launch(String... words) throws Exception {
        List<String> command =
                new java.util.ArrayList<>(List.of(home.resolve("cac").toString()));
        command.addAll(List.of(words));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(Map.of("JAVA_HOME", jdk.toString()));
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Launch(process.waitFor(), text);
    }

    private static void script(Path file, String body) throws IOException {
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private record Launch(int code, String text) {}
}
