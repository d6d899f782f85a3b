package dev.evenkeel.server.execution.action.waiting;

import static dev.evenkeel.server.execution.action.Attempts.anAttempt;
import static dev.evenkeel.server.execution.action.Attempts.with;
import static dev.evenkeel.server.execution.action.Attempts.withMemo;
import static dev.evenkeel.server.execution.action.Playing.carryOut;
import static dev.evenkeel.server.execution.action.waiting.Waits.forCommand;
import static dev.evenkeel.server.execution.action.waiting.Waits.forSql;
import static dev.evenkeel.server.execution.action.waiting.Waits.forTcp;
import static dev.evenkeel.server.execution.action.waiting.Waits.forTime;
import static dev.evenkeel.server.execution.action.waiting.Waits.inARow;
import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.runbook.words.Wait;
import dev.evenkeel.server.database.TestDatabase;
import dev.evenkeel.server.execution.action.Attempt;
import dev.evenkeel.server.execution.action.FreePort;
import dev.evenkeel.server.execution.action.Observation;
import dev.evenkeel.server.execution.action.Outcome;
import dev.evenkeel.server.execution.action.exec.Commands;
import dev.evenkeel.server.execution.action.sql.Statements;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each kind of condition, how often it must hold, and what is said meanwhile. */
class WaitConditionsTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.empty();
  @TempDir Path world;
  private final WaitAction action = Waits.action();
  private final Attempt attempt = anAttempt();

  private Outcome.NotYet notYet(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.NotYet.class);
    return (Outcome.NotYet) outcome;
  }

  /** The look after the given one, so many seconds after the beginning of the attempt. */
  private Outcome next(Wait words, Outcome.NotYet before, int seconds) {
    return action.poll(
        words, withMemo(with(attempt, attempt.remaining().minusSeconds(seconds)), before.memo()));
  }

  @Test
  void says_what_it_waits_for_and_how_long() {
    var place = "127.0.0.1:" + FreePort.any();
    var first = notYet(action.start(forTcp(place), attempt));
    var later = notYet(next(forTcp(place), first, 12));

    assertThat(later.waitingFor())
        .isEqualTo("connection refused by %s, 12 s of 60 s".formatted(place));
    assertThat(later.askAgainIn()).isEqualTo(forTcp(place).every());
  }

  @Test
  @Tag("C89")
  void a_port_that_opens_ends_the_wait() throws IOException {
    try (var socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      assertThat(carryOut(action, forTcp("127.0.0.1:" + socket.getLocalPort())))
          .isInstanceOf(Outcome.Done.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "9001", "localhost", "localhost:99999", ":80"})
  void a_place_that_is_none_is_said_to_be_none(String place) {
    assertThat(notYet(action.start(forTcp(place), attempt)).waitingFor())
        .contains("write host:port");
  }

  @Test
  void a_name_that_is_unknown_is_told() {
    assertThat(notYet(action.start(forTcp("no-such-host.invalid:80"), attempt)).waitingFor())
        .contains("no-such-host.invalid", "cannot be resolved");
  }

  @Test
  void the_condition_must_hold_in_a_row() throws IOException {
    var words =
        inARow(3, forCommand(Commands.command("test", "-e", world.resolve("up").toString())));
    var up = world.resolve("up");
    Files.createFile(up);

    var first = notYet(action.start(words, attempt));
    assertThat(first.waitingFor()).startsWith("it held 1 of 3 times in a row");
    var second = notYet(next(words, first, 1));
    Files.delete(up);
    var third = notYet(next(words, second, 2));
    assertThat(third.waitingFor()).contains("exit code 1");
    Files.createFile(up);
    var fourth = notYet(next(words, third, 3));
    var fifth = notYet(next(words, fourth, 4));
    assertThat(fifth.waitingFor()).startsWith("it held 2 of 3");
    assertThat(next(words, fifth, 5)).isInstanceOf(Outcome.Done.class);
  }

  @Test
  void outputs_are_those_of_the_last_look() {
    assertThat(carryOut(action, forCommand(Commands.command("echo", "11.0.2"))))
        .isInstanceOfSatisfying(
            Outcome.Done.class,
            done -> assertThat(done.outputs()).containsEntry("version", "11.0.2"));
  }

  @Test
  void waits_for_a_value_in_a_database() {
    var words =
        forSql(Statements.returning("0", Statements.in(DATABASE, "select count(*) from queue")));
    assertThat(notYet(action.start(words, attempt)).waitingFor()).contains("does not exist");

    DATABASE.jdbc().sql("create table queue (id int)").update();
    DATABASE.jdbc().sql("insert into queue values (1)").update();
    assertThat(notYet(action.start(words, attempt)).waitingFor())
        .contains("returned '1', wanted '0'");

    DATABASE.jdbc().sql("delete from queue").update();
    assertThat(action.start(words, attempt)).isInstanceOf(Outcome.Done.class);
  }

  @Test
  void lets_time_pass() {
    var words = forTime(Duration.ofSeconds(30));
    var first = notYet(action.start(words, attempt));
    assertThat(first.askAgainIn()).isEqualTo(Duration.ofSeconds(30));
    var later = notYet(next(words, first, 29));
    assertThat(later.askAgainIn()).isEqualTo(Duration.ofSeconds(1));
    assertThat(later.waitingFor()).isEqualTo("time passes, 29 s of 30 s");
    assertThat(next(words, later, 30)).isInstanceOf(Outcome.Done.class);
    assertThat(action.start(forTime(Duration.ZERO), attempt)).isInstanceOf(Outcome.Done.class);
  }

  @Test
  void a_time_that_does_not_fit_is_refused_at_once() {
    assertThat(action.start(forTime(Duration.ofSeconds(61)), attempt))
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            failed -> assertThat(failed.reason()).contains("61 s", "60 s", "timeout"));
    assertThat(action.observe(forTime(Duration.ofSeconds(1)), attempt))
        .isInstanceOf(Observation.Unknown.class);
  }

  @Test
  void the_last_look_is_not_later_than_the_end_of_the_time() {
    var words =
        new Wait(
            forTcp("127.0.0.1:1").http(),
            forTcp("127.0.0.1:" + FreePort.any()).tcp(),
            forTcp("").sql(),
            forTcp("").command(),
            forTcp("").metric(),
            forTcp("").time(),
            1,
            Duration.ofMinutes(10));
    assertThat(notYet(action.start(words, attempt)).askAgainIn()).isEqualTo(attempt.remaining());
  }
}
