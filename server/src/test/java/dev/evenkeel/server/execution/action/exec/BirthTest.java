package dev.evenkeel.server.execution.action.exec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Systems without {@code /proc} tell by {@code ps} when a process began. */
class BirthTest {

  @Test
  void the_supervisor_and_the_server_tell_it_in_the_same_words() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/ps")), "ps is not installed");
    var script =
        new String(
            BirthTest.class.getResourceAsStream("supervise.sh").readAllBytes(),
            StandardCharsets.UTF_8);
    int from = script.indexOf("birth=$(");
    var fallback = script.substring(from, script.indexOf("boot=-", from));
    var process =
        new ProcessBuilder("/bin/sh", "-c", fallback + "echo \"$birth\"; read -r wait").start();
    var told = process.inputReader().readLine();

    assertThat(Birth.fromPs(process.pid())).contains(told);
    assertThat(told).matches("[A-Z][a-z]+_[A-Z][a-z]+_\\d+_\\d+:\\d+:\\d+_\\d{4}");
    process.outputWriter().close();
    assertThat(process.waitFor()).isNotNull();
    assertThat(Birth.fromPs(process.pid())).isEmpty();
  }
}
