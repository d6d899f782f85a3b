package dev.evenkeel.server.execution.action.exec;

import static dev.evenkeel.server.execution.action.Attempts.anAttempt;
import static dev.evenkeel.server.execution.action.Playing.carryOut;
import static dev.evenkeel.server.execution.action.exec.Commands.command;
import static dev.evenkeel.server.execution.action.exec.Commands.script;
import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.runbook.words.Exec;
import dev.evenkeel.server.execution.action.Observation;
import dev.evenkeel.server.execution.action.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is handed to a command, what comes back, and what is said when it cannot be started. */
class ExecWordsTest {
  @TempDir Path data;
  @TempDir Path folder;
  private ExecAction action;

  @BeforeEach
  void start() {
    action = Commands.actionWith(data);
  }

  private Map<String, String> outputs(Exec words) {
    return ((Outcome.Done) carryOut(action, words)).outputs();
  }

  private AbstractStringAssert<?> assertFails(Exec words) {
    var outcome = carryOut(action, words);
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    return assertThat(((Outcome.Failed) outcome).reason());
  }

  @Test
  void arguments_arrive_as_they_are_written() {
    var odd =
        List.of(
            "",
            "two words",
            "it's",
            "\"x\"",
            "$(id)",
            "`id`",
            "a;b&c|d",
            "*",
            "~",
            "--",
            "ö\nä",
            "\\n");
    var words = new java.util.ArrayList<>(List.of("printf", "<%s>"));
    words.addAll(odd);

    assertThat(outputs(command(words.toArray(String[]::new))))
        .containsEntry("stdout", "<" + String.join("><", odd) + ">");
  }

  @Test
  void a_command_named_like_a_word_of_the_shell_is_still_a_program() {
    assertThat(outputs(command("echo", "-n", "11.0.2"))).containsEntry("version", "11.0.2");
    assertFails(command("exit", "0")).contains("no program 'exit'", "PATH", "Install it");
  }

  @Test
  void the_environment_holds_what_was_asked_for_and_little_else() {
    var words =
        new Exec(
            List.of("env"),
            Optional.empty(),
            Optional.empty(),
            Map.of("COLOUR", "blue"),
            Optional.empty(),
            0,
            1);
    var printed = outputs(words).get("stdout").lines().toList();

    assertThat(printed)
        .contains(
            "COLOUR=blue",
            "EVENKEEL_RUN=r1",
            "EVENKEEL_STEP=w1/n1/switch",
            "EVENKEEL_TARGET=n1",
            "PATH=" + System.getenv("PATH"));
    assertThat(printed)
        .extracting(line -> line.substring(0, line.indexOf('=')))
        .isSubsetOf(
            "PATH",
            "HOME",
            "USER",
            "LOGNAME",
            "SHELL",
            "LANG",
            "LC_ALL",
            "LC_CTYPE",
            "TZ",
            "TMPDIR",
            "COLOUR",
            "EVENKEEL_RUN",
            "EVENKEEL_STEP",
            "EVENKEEL_TARGET",
            "EVENKEEL_ATTEMPT",
            "PWD",
            "OLDPWD",
            "SHLVL",
            "_");
  }

  @Test
  void a_path_of_its_own_finds_its_programs_and_does_not_hinder_the_supervisor()
      throws IOException {
    var program = folder.resolve("ctl");
    Files.writeString(program, "#!/bin/sh\necho from the folder\n");
    program.toFile().setExecutable(true);
    var words =
        new Exec(
            List.of("ctl"),
            Optional.empty(),
            Optional.empty(),
            Map.of("PATH", folder.toString()),
            Optional.empty(),
            0,
            1);

    assertThat(outputs(words)).containsEntry("stdout", "from the folder");
  }

  @Test
  void runs_in_its_folder() {
    var words =
        new Exec(
            List.of("pwd"),
            Optional.empty(),
            Optional.empty(),
            Map.of(),
            Optional.of(folder.toString()),
            0,
            1);

    assertThat(outputs(words)).containsEntry("stdout", folder.toString());
  }

  @Test
  void values_reach_a_script_through_the_environment() {
    var words =
        new Exec(
            List.of(),
            Optional.of("sh"),
            Optional.of("echo \"$VALUE\"; echo more"),
            Map.of("VALUE", "$(id); x"),
            Optional.empty(),
            0,
            1);

    assertThat(outputs(words))
        .containsEntry("stdout", "$(id); x\nmore")
        .doesNotContainKey("version");
  }

  @Test
  void what_is_printed_on_stderr_is_shown_but_is_no_value() {
    var attempt = anAttempt();
    var outcome = carryOut(action, script("echo note >&2; echo 10.1.30"), attempt);

    assertThat(((Outcome.Done) outcome).outputs())
        .isEqualTo(Map.of("stdout", "10.1.30", "version", "10.1.30", "exitCode", "0"));
    assertThat(attempt.output().toString()).contains("note\n", "10.1.30\n");
  }

  @Test
  void a_failure_names_the_code_and_the_last_words() {
    assertFails(script("echo trying; echo 'port 9001 is taken' >&2; exit 3"))
        .contains("exit code 3 instead of 0", "port 9001 is taken");
    assertFails(script("echo only here; exit 4")).contains("exit code 4", "only here");
    assertFails(script("kill -9 $$")).contains("137", "killed by a signal");
  }

  @Test
  void another_code_may_mean_done() {
    var words =
        new Exec(
            List.of("false"), Optional.empty(), Optional.empty(), Map.of(), Optional.empty(), 1, 0);

    assertThat(outputs(words)).containsEntry("exitCode", "1");
    assertThat(action.observe(words, anAttempt())).isInstanceOf(Observation.Holds.class);
  }

  @Test
  void looking_knows_done_not_done_and_unknown() {
    assertThat(action.observe(script("echo 11.0.2"), anAttempt()))
        .isEqualTo(
            new Observation.Holds(
                Map.of("stdout", "11.0.2", "version", "11.0.2", "exitCode", "0")));
    assertThat(action.observe(script("echo still 10 >&2; exit 1"), anAttempt()))
        .isInstanceOfSatisfying(
            Observation.HoldsNot.class, not -> assertThat(not.why()).contains("still 10"));
    assertThat(action.observe(script("exit 2"), anAttempt()))
        .isInstanceOf(Observation.Unknown.class);
    assertThat(action.observe(command("no-such-program"), anAttempt()))
        .isInstanceOf(Observation.Unknown.class);
  }

  @Test
  void says_why_it_cannot_start_and_what_to_do() throws IOException {
    var file = Files.writeString(folder.resolve("plain"), "x");
    file.toFile().setExecutable(false);

    assertFails(
            new Exec(
                List.of("pwd"),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Optional.of(folder + "/gone"),
                0,
                1))
        .contains(folder + "/gone", "does not exist", "directory");
    assertFails(command("./ctl")).contains("no program", "ctl", "Correct `command` or `directory`");
    assertFails(command(file.toString())).contains("may not be executed", "chmod +x");
    assertFails(command(folder.toString())).contains("is a folder");
    assertFails(command("-x")).contains("looks like an option");
    assertFails(command()).contains("no command");
    assertFails(
            new Exec(
                List.of("env"),
                Optional.empty(),
                Optional.empty(),
                Map.of("A-B", "x"),
                Optional.empty(),
                0,
                1))
        .contains("'A-B'", "letters, digits");
    assertFails(command("echo", "x".repeat(3_000_000))).contains("longer than the system takes");
  }

  @Test
  void says_so_when_an_interpreter_is_missing() throws IOException {
    var program = folder.resolve("ctl");
    Files.writeString(program, "#!/no/such/interpreter\n");
    program.toFile().setExecutable(true);

    assertFails(command(program.toString())).contains("exit code 12", "interpreter");
  }

  @Test
  void says_so_when_its_state_cannot_be_kept() throws IOException {
    Files.writeString(data.resolve("attempts"), "a file where the folder should be");

    assertFails(command("true")).contains("room on that disk", data.toString());
  }
}
