package dev.evenkeel.server.health.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.evenkeel.judge.Fact;
import dev.evenkeel.runbook.words.CommandSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandReaderTest extends MetricSourceContract<CommandSource> {

  @Test
  void takes_the_number_on_the_first_line() throws Exception {
    assertThat(look(shell("echo ' 42.5 '; echo more"), LONG))
        .containsExactly(
            new Fact.Well(true, ""), new Fact.Tried(1, 0, List.of()), new Fact.Value(42.5));
    assertThat(look(shell("echo 42 bytes"), LONG)).noneMatch(Fact.Value.class::isInstance);
  }

  @Test
  void a_failure_gives_no_number_and_says_why() throws Exception {
    var facts = look(shell("echo 42; echo 'replica is gone' >&2; exit 3"), LONG);
    assertThat(facts)
        .contains(new Fact.Well(false, "sh ended with exit code 3: replica is gone"))
        .contains(new Fact.Tried(1, 1, List.of()))
        .noneMatch(Fact.Value.class::isInstance);
  }

  @Test
  void hands_arguments_and_environment_over_as_they_are() throws Exception {
    var words =
        new CommandSource(
            List.of("sh", "-c", "test \"$1\" = \"$WANTED\"", "sh", "a b;$(c)"),
            Map.of("WANTED", "a b;$(c)"),
            LONG);
    assertThat(look(words, LONG)).contains(new Fact.Well(true, ""));
  }

  @Test
  void keeps_the_environment_of_the_server_to_itself(@TempDir Path folder) throws Exception {
    var itsOwn = Set.of("PWD", "OLDPWD", "SHLVL", "_");
    assertThat(System.getenv()).containsKey("JAVA_HOME");
    var words =
        new CommandSource(
            List.of("sh", "-c", "env > \"$FILE\""),
            Map.of("FILE", folder.resolve("seen").toString()),
            LONG);
    assertThat(look(words, LONG)).contains(new Fact.Well(true, ""));
    assertThat(Files.readAllLines(folder.resolve("seen")))
        .extracting(line -> line.split("=", 2)[0])
        .filteredOn(name -> !itsOwn.contains(name))
        .contains("PATH", "FILE")
        .isSubsetOf(
            "FILE",
            "PATH",
            "HOME",
            "USER",
            "LOGNAME",
            "SHELL",
            "LANG",
            "LC_ALL",
            "LC_CTYPE",
            "TZ",
            "TMPDIR");
  }

  @Test
  void does_not_drown_in_output() throws Exception {
    var facts =
        assertTimeoutPreemptively(
            LONG.multipliedBy(2), () -> look(shell("echo 7; head -c 20000000 /dev/zero"), LONG));
    assertThat(facts).contains(new Fact.Value(7));
  }

  @Test
  void kills_what_takes_too_long_with_all_it_started() throws Exception {
    var marker = "evenkeel-test-" + ProcessHandle.current().pid();
    var words =
        new CommandSource(
            List.of("sh", "-c", "sleep 300.5 & sleep 300.5; echo " + marker),
            Map.of(),
            Duration.ofMillis(300));
    assertThat(look(words, LONG)).contains(new Fact.Tried(1, 1, List.of()));
    // killed is not gone yet: each of them ends, long before its 300 seconds are over
    assertThat(ProcessHandle.current().descendants())
        .filteredOn(process -> process.info().commandLine().orElse("").contains("300.5"))
        .allSatisfy(process -> assertThat(process.onExit()).succeedsWithin(LONG));
  }

  @Test
  void does_not_wait_for_what_a_command_leaves_behind() {
    var facts = assertTimeoutPreemptively(LONG, () -> look(shell("sleep 5 & echo 5"), LONG));
    assertThat(facts).contains(new Fact.Well(true, ""));
  }

  private static CommandSource shell(String script) {
    return new CommandSource(List.of("sh", "-c", script), Map.of(), LONG);
  }

  @Override
  MetricSource<CommandSource> source() {
    return new CommandReader();
  }

  @Override
  CommandSource answering() {
    return shell("echo 1");
  }

  @Override
  CommandSource hanging() {
    return new CommandSource(List.of("sleep", "300"), Map.of(), Duration.ofMillis(300));
  }

  @Override
  CommandSource gone() {
    return new CommandSource(List.of("no-such-program-here"), Map.of(), LONG);
  }

  @Override
  CommandSource garbage() {
    return shell("echo what; exit 1");
  }

  @Override
  String address() {
    return "no-such-program-here";
  }
}
