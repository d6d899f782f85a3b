package dev.evenkeel.server.execution.action.exec;

import static dev.evenkeel.server.execution.action.Attempts.anAttempt;
import static dev.evenkeel.server.execution.action.Attempts.elsewhere;
import static dev.evenkeel.server.execution.action.Playing.toTheEnd;
import static dev.evenkeel.server.execution.action.Playing.until;
import static dev.evenkeel.server.execution.action.exec.Commands.script;
import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.execution.action.Attempt;
import dev.evenkeel.server.execution.action.Outcome;
import dev.evenkeel.server.execution.action.Recovery;
import dev.evenkeel.server.shared.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is left when servers, supervisors and machines die. */
class ExecCrashTest {
  @TempDir Path data;
  @TempDir Path world;

  private String waitsForGo() {
    return "cd %1$s; echo begin >> log; while [ ! -e go ]; do [ -d %1$s ] || exit; sleep 0.05; done; echo end >> log; echo 11.0.2"
        .formatted(world);
  }

  @Test
  void a_command_goes_on_when_the_server_is_killed_and_another_one_takes_it_up() throws Exception {
    var attempt = DyingServer.attempt("r1-crash-" + UUID.randomUUID());
    var server = DyingServer.starting(data, attempt.id(), waitsForGo()).answered();
    server.kill();

    var words = script(waitsForGo());
    var recovery = Commands.actionWith(data).recover(words, attempt);
    assertThat(recovery)
        .isInstanceOfSatisfying(
            Recovery.Known.class,
            known -> assertThat(known.outcome()).isInstanceOf(Outcome.NotYet.class));

    go();
    var outcome =
        toTheEnd(
            () -> Commands.actionWith(data), words, attempt, ((Recovery.Known) recovery).outcome());
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Done.class,
            done -> assertThat(done.outputs()).containsEntry("version", "11.0.2"));
    assertThat(log()).containsExactly("begin", "end");
    assertThat(attempt.output()).hasToString("11.0.2\n");
  }

  @Test
  void a_command_that_ended_while_no_server_was_there_is_known_to_be_done() throws Exception {
    var attempt = DyingServer.attempt("r1-crash-" + UUID.randomUUID());
    DyingServer.starting(data, attempt.id(), waitsForGo()).answered().kill();
    go();
    until("end in the log", () -> log().contains("end"));

    var action = Commands.actionWith(data);
    until(
        "known to be done",
        () ->
            action.recover(script(waitsForGo()), attempt) instanceof Recovery.Known(var outcome)
                && outcome instanceof Outcome.Done);
    assertThat(log()).containsExactly("begin", "end");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void a_command_that_ends_on_a_full_disk_says_so_and_is_done_when_there_is_room()
      throws Exception {
    var attempt = anAttempt();
    var words = script(waitsForGo());
    var action = Commands.actionWith(data);
    var begun = action.start(words, attempt);
    // Whoever writes there gets the error of a full disk.
    var draft = folder(attempt.id()).path().resolve("exit.draft");
    Files.createSymbolicLink(draft, Path.of("/dev/full"));
    go();
    until("end in the log", () -> log().contains("end"));
    assertThat(action.poll(words, attempt))
        .isInstanceOfSatisfying(
            Outcome.NotYet.class,
            notYet -> assertThat(notYet.waitingFor()).contains("is full", "make room"));

    Files.delete(draft);
    assertThat(toTheEnd(() -> action, words, attempt, begun)).isInstanceOf(Outcome.Done.class);
    assertThat(log()).containsExactly("begin", "end");
  }

  @Test
  void servers_that_start_the_same_attempt_at_once_start_it_once() throws Exception {
    var attempt = anAttempt();
    var together = new CyclicBarrier(8);
    go();
    try (var threads = Executors.newFixedThreadPool(8)) {
      Callable<Outcome> start =
          () -> {
            together.await();
            var action = Commands.actionWith(data);
            return toTheEnd(
                () -> action,
                script(waitsForGo()),
                attempt,
                action.start(script(waitsForGo()), attempt));
          };
      var outcomes =
          threads.invokeAll(IntStream.range(0, 8).mapToObj(i -> start).toList()).stream()
              .map(java.util.concurrent.Future::resultNow)
              .toList();
      assertThat(outcomes).allSatisfy(o -> assertThat(o).isInstanceOf(Outcome.Done.class));
    }
    assertThat(log()).containsExactly("begin", "end");
  }

  @Test
  void of_supervisors_that_come_to_life_at_once_one_begins_and_the_others_know_it()
      throws Exception {
    var attempt = anAttempt();
    var supervisor = new Supervisor(new AttemptFolders(new DataFolder(data)));
    var detached = Detached.on(System.getenv("PATH")).orElseThrow();
    var command = CommandLine.of(script(waitsForGo()), attempt, System.getenv());
    var racing = new ArrayList<Process>();
    for (int i = 0; i < 12; i++) {
      racing.add(supervisor.launch(detached, command, folder(attempt.id())));
    }
    until("all but one have given up", () -> racing.stream().filter(Process::isAlive).count() == 1);
    go();
    var codes = new ArrayList<Integer>();
    for (var process : racing) {
      codes.add(process.waitFor());
    }
    assertThat(codes).containsOnlyOnce(0).hasSize(12);
    assertThat(codes).filteredOn(code -> code != 0).containsOnly(Supervisor.CLAIMED_BEFORE);
    assertThat(log()).containsExactly("begin", "end");
  }

  @Test
  void starting_again_what_has_ended_starts_nothing() throws Exception {
    var attempt = anAttempt();
    go();
    var words = script(waitsForGo());
    toTheEnd(
        () -> Commands.actionWith(data),
        words,
        attempt,
        Commands.actionWith(data).start(words, attempt));

    assertThat(Commands.actionWith(data).start(words, attempt)).isInstanceOf(Outcome.Done.class);
    assertThat(log()).containsExactly("begin", "end");
  }

  @Test
  void a_command_killed_together_with_its_supervisor_is_unknown() {
    var attempt = begunAndKilled();
    var claim = claim(attempt.id());
    var action = Commands.actionWith(data);

    assertThat(action.poll(script(waitsForGo()), attempt)).isInstanceOf(Outcome.Unknown.class);
    assertThat(action.recover(script(waitsForGo()), attempt))
        .isInstanceOfSatisfying(
            Recovery.Unknown.class,
            unknown ->
                assertThat(unknown.why()).contains("" + claim.pid(), "without an exit code"));
  }

  @Test
  void while_anything_of_the_command_lives_without_its_supervisor_it_is_not_over()
      throws Exception {
    var attempt = anAttempt();
    var action = Commands.actionWith(data);
    action.start(script(waitsForGo()), attempt);
    until("begin in the log", () -> log().contains("begin"));
    ProcessHandle.of(claim(attempt.id()).pid()).orElseThrow().destroyForcibly();

    until("supervisor gone", () -> !claim(attempt.id()).lives());
    assertThat(action.poll(script(waitsForGo()), attempt)).isInstanceOf(Outcome.NotYet.class);
    assertThat(action.stop(script(waitsForGo()), attempt)).isEmpty();
    assertThat(action.poll(script(waitsForGo()), attempt)).isInstanceOf(Outcome.Unknown.class);
  }

  @Test
  void a_process_id_that_somebody_else_has_now_is_not_mistaken() throws IOException {
    var attempt = anAttempt();
    long ourOwn = ProcessHandle.current().pid();
    claimed(attempt.id(), new Claim(ourOwn, "1", Birth.thisBoot()));

    assertThat(Commands.actionWith(data).poll(script("true"), attempt))
        .isInstanceOf(Outcome.Unknown.class);
    assertThat(Commands.actionWith(data).stop(script("true"), attempt)).isEmpty();
  }

  @Test
  void a_restart_of_the_machine_is_named() throws IOException {
    var attempt = anAttempt();
    var now = Birth.of(ProcessHandle.current().pid()).orElseThrow();
    claimed(attempt.id(), new Claim(ProcessHandle.current().pid(), now.time(), "another-boot"));

    assertThat(Commands.actionWith(data).poll(script("true"), attempt))
        .isInstanceOfSatisfying(
            Outcome.Unknown.class,
            unknown -> assertThat(unknown.why()).contains("machine", "restarted"));
  }

  @Test
  void only_the_server_that_began_it_says_that_it_never_did() {
    var attempt = anAttempt();
    var action = Commands.actionWith(data);

    action.prepare(script("true"), attempt);
    assertThat(action.recover(script("true"), attempt)).isInstanceOf(Recovery.StartAgain.class);
    assertThat(action.recover(script("true"), elsewhere(attempt)))
        .isInstanceOfSatisfying(
            Recovery.Known.class,
            known -> assertThat(known.outcome()).isInstanceOf(Outcome.NotYet.class));
    assertThat(action.poll(script("true"), elsewhere(attempt))).isInstanceOf(Outcome.NotYet.class);
    assertThat(action.stop(script("true"), elsewhere(attempt))).isPresent();
  }

  @Test
  void what_it_takes_to_tell_that_nothing_began_is_there_before_anything_begins() {
    var attempt = anAttempt();
    Commands.actionWith(data).prepare(script("true"), attempt);
    assertThat(folder(attempt.id()).path().resolve("prepared")).exists();
    assertThat(folder(attempt.id()).path().resolve("claim")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"no claim", "an empty claim"})
  void a_claim_lost_with_the_power_of_the_machine_leaves_unknown_what_is_certainly_over(String left)
      throws Exception {
    var attempt = begunAndKilled();
    var path = folder(attempt.id()).path();
    Files.delete(path.resolve("claim"));
    if (left.equals("an empty claim")) {
      Files.createFile(path.resolve("claim"));
    }
    Files.writeString(path.resolve("prepared"), "another-boot\n");

    var action = Commands.actionWith(data);
    assertThat(action.recover(script(waitsForGo()), attempt))
        .isInstanceOfSatisfying(
            Recovery.Unknown.class,
            unknown -> {
              assertThat(unknown.why()).contains("machine of the server was restarted");
              assertThat(unknown.over()).isTrue();
            });
    assertThat(action.poll(script(waitsForGo()), attempt))
        .isInstanceOfSatisfying(
            Outcome.Unknown.class, unknown -> assertThat(unknown.over()).isTrue());
    assertThat(log()).containsExactly("begin");
  }

  @Test
  void a_command_whose_folder_was_lost_is_neither_begun_again_nor_said_to_be_stopped()
      throws Exception {
    var attempt = anAttempt();
    var action = Commands.actionWith(data);
    action.start(script(waitsForGo()), attempt);
    until("begin in the log", () -> log().contains("begin"));
    var away = Files.move(folder(attempt.id()).path(), data.resolve("away"));

    assertThat(action.recover(script(waitsForGo()), attempt))
        .isInstanceOfSatisfying(
            Recovery.Unknown.class,
            unknown -> {
              assertThat(unknown.why()).contains("is gone");
              assertThat(unknown.over()).isFalse();
            });
    assertThat(action.stop(script(waitsForGo()), attempt).orElseThrow()).contains("is gone");
    assertThat(log()).containsExactly("begin");

    Files.move(away, folder(attempt.id()).path());
    assertThat(action.stop(script(waitsForGo()), attempt)).isEmpty();
  }

  private Attempt begunAndKilled() {
    var attempt = anAttempt();
    Commands.actionWith(data).start(script(waitsForGo()), attempt);
    until("begin in the log", () -> log().contains("begin"));
    killSession(claim(attempt.id()));
    return attempt;
  }

  private Claim claim(String attempt) {
    try {
      return folder(attempt).claim().orElseThrow();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private AttemptFolder folder(String attempt) {
    return new AttemptFolder(data.resolve("attempts").resolve(attempt));
  }

  private void claimed(String attempt, Claim claim) throws IOException {
    Files.createDirectories(folder(attempt).path());
    Files.writeString(folder(attempt).path().resolve("claim"), claim + "\n");
  }

  private static void killSession(Claim claim) {
    var command = new Session(claim.pid()).members();
    ProcessHandle.of(claim.pid()).orElseThrow().destroyForcibly();
    command.forEach(ProcessHandle::destroyForcibly);
    until("all gone", () -> !claim.lives() && new Session(claim.pid()).members().isEmpty());
  }

  private void go() throws IOException {
    Files.writeString(world.resolve("go"), "");
  }

  private List<String> log() {
    try {
      var log = world.resolve("log");
      return Files.exists(log) ? Files.readAllLines(log) : List.of();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
