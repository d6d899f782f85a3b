package dev.evenkeel.server.execution.action.exec;

import static dev.evenkeel.server.execution.action.Attempts.anAttempt;
import static dev.evenkeel.server.execution.action.Playing.carryOut;
import static dev.evenkeel.server.execution.action.Playing.until;
import static dev.evenkeel.server.execution.action.exec.Commands.script;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.evenkeel.runbook.words.Exec;
import dev.evenkeel.server.execution.action.Attempt;
import dev.evenkeel.server.execution.action.Observation;
import dev.evenkeel.server.execution.action.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ending commands, and tidying up after them. */
class ExecStopTest {
  @TempDir Path data;
  @TempDir Path world;
  private final Attempt attempt = anAttempt();

  private ExecAction action() {
    return Commands.actionWith(data, Duration.ofMillis(300));
  }

  private Exec begun(String script) {
    var words = script("cd %s; %s".formatted(world, script));
    assertThat(action().start(words, attempt)).isInstanceOf(Outcome.NotYet.class);
    until("ready", () -> Files.exists(world.resolve("ready")));
    return words;
  }

  private void assertNothingGoesOn(Exec words) {
    assertThat(action().stop(words, attempt)).isEmpty();
    var leader = claim().pid();
    assertThat(new Session(leader).members()).isEmpty();
    assertThat(action().poll(words, attempt)).isInstanceOf(Outcome.Failed.class);
  }

  private Claim claim() {
    try {
      return folder().claim().orElseThrow();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private AttemptFolder folder() {
    return new AttemptFolder(data.resolve("attempts").resolve(attempt.id()));
  }

  @Test
  void a_command_is_told_to_end_and_may_tidy_up() {
    var words = begun("trap 'echo tidy > tidied; exit 5' TERM; touch ready; sleep 60 & wait");
    assertNothingGoesOn(words);
    assertThat(world.resolve("tidied")).exists();
  }

  @Test
  void one_that_does_not_listen_is_killed() {
    assertNothingGoesOn(begun("trap '' TERM; touch ready; while :; do sleep 0.1; done"));
  }

  @Test
  void what_it_started_in_groups_of_their_own_is_ended_too() {
    assertNothingGoesOn(begun("timeout 60 sleep 50 & touch ready; wait"));
  }

  @Test
  void what_has_not_begun_does_not_begin_any_more() {
    var words = script("touch %s/begun".formatted(world));
    action().prepare(words, attempt);
    assertThat(action().stop(words, attempt)).isEmpty();

    assertThat(carryOut(action(), words, attempt)).isInstanceOf(Outcome.Failed.class);
    assertThat(world.resolve("begun")).doesNotExist();
  }

  @Test
  void a_program_left_behind_by_a_command_that_is_done_stays() {
    var words = begunAndDone("sleep 60 & echo $! > pid");
    assertThat(action().stop(words, attempt)).isEmpty();

    var left = ProcessHandle.of(Long.parseLong(read("pid").strip())).orElseThrow();
    assertThat(left.isAlive()).isTrue();
    left.destroy();
  }

  private Exec begunAndDone(String script) {
    var words = script("cd %s; %s".formatted(world, script));
    assertThat(carryOut(action(), words, attempt)).isInstanceOf(Outcome.Done.class);
    return words;
  }

  @Test
  void a_look_that_takes_too_long_is_ended_with_all_it_started() {
    var words = script("cd %s; sleep 61 & echo $! > pid; sleep 60".formatted(world));
    var command = CommandLine.of(words, attempt, System.getenv());

    assertThat(new Look().at(words, command, Duration.ofMillis(500)))
        .isInstanceOf(Observation.Unknown.class);
    until(
        "the other one is gone",
        () ->
            ProcessHandle.of(Long.parseLong(read("pid").strip()))
                .filter(p -> ProcessStat.of(p.pid()).filter(s -> !s.dead()).isPresent())
                .isEmpty());
  }

  @Test
  void without_setsid_perl_makes_the_session() throws Exception {
    var perl = Path.of("/usr/bin/perl");
    assumeTrue(Files.isExecutable(perl), "perl is not installed");
    var onlyPerl = Files.createDirectory(world.resolve("bin"));
    Files.createSymbolicLink(onlyPerl.resolve("perl"), perl);

    var detached = Detached.on(onlyPerl.toString()).orElseThrow();
    var process = new ProcessBuilder(detached.around(List.of("/bin/sleep", "60"))).start();
    until(
        "a session of its own",
        () -> ProcessStat.of(process.pid()).filter(s -> s.session() == process.pid()).isPresent());
    process.destroyForcibly().waitFor();
    Files.delete(onlyPerl.resolve("perl"));
    assertThat(Detached.on(world.toString())).isEmpty();
  }

  @Test
  void folders_go_when_they_are_old_and_over() throws Exception {
    var running = begun("touch ready; sleep 60");
    var ended = anAttempt();
    carryOut(action(), script("true"), ended);
    var endedFolder = data.resolve("attempts").resolve(ended.id());

    sweepIn(Duration.ofDays(29));
    assertThat(endedFolder).exists();
    sweepIn(Duration.ofDays(31));
    assertThat(endedFolder).doesNotExist();
    assertThat(folder().path()).exists();
    assertThat(action().stop(running, attempt)).isEmpty();
  }

  private void sweepIn(Duration time) {
    var clock = Clock.fixed(Instant.now().plus(time), ZoneOffset.UTC);
    new Sweeper(
            new AttemptFolders(new dev.evenkeel.server.shared.DataFolder(data)),
            new ExecSettings(Duration.ofDays(30), Duration.ofSeconds(1)),
            clock)
        .sweep();
  }

  private String read(String file) {
    try {
      return Files.readString(world.resolve(file));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
