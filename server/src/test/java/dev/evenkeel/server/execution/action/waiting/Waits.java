package dev.evenkeel.server.execution.action.waiting;

import dev.evenkeel.runbook.words.Exec;
import dev.evenkeel.runbook.words.Http;
import dev.evenkeel.runbook.words.Sql;
import dev.evenkeel.runbook.words.Wait;
import dev.evenkeel.runbook.words.Wait.MetricLimit;
import dev.evenkeel.server.execution.action.exec.Commands;
import dev.evenkeel.server.execution.action.http.Requests;
import dev.evenkeel.server.execution.action.sql.Statements;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** Words of waits. */
final class Waits {
  private Waits() {}

  static WaitAction action() {
    return new WaitAction(
        Requests.action(),
        Statements.action(),
        Commands.lookingOnly(Path.of("no-such-folder")),
        new MetricLook(Requests.action(), new JsonMapper()));
  }

  static Wait forHttp(Http request) {
    return new Wait(
        Optional.of(request), none(), none(), none(), none(), none(), 1, Duration.ofMillis(20));
  }

  static Wait forTcp(String place) {
    return new Wait(
        none(), Optional.of(place), none(), none(), none(), none(), 1, Duration.ofMillis(20));
  }

  static Wait forSql(Sql statements) {
    return new Wait(
        none(), none(), Optional.of(statements), none(), none(), none(), 1, Duration.ofMillis(20));
  }

  static Wait forCommand(Exec command) {
    return new Wait(
        none(), none(), none(), Optional.of(command), none(), none(), 1, Duration.ofMillis(20));
  }

  static Wait forMetric(MetricLimit limit) {
    return new Wait(
        none(), none(), none(), none(), Optional.of(limit), none(), 1, Duration.ofMillis(20));
  }

  static Wait forTime(Duration time) {
    return new Wait(
        none(), none(), none(), none(), none(), Optional.of(time), 1, Duration.ofMillis(20));
  }

  static Wait inARow(int times, Wait words) {
    return new Wait(
        words.http(),
        words.tcp(),
        words.sql(),
        words.command(),
        words.metric(),
        words.time(),
        times,
        words.every());
  }

  private static <T> Optional<T> none() {
    return Optional.empty();
  }
}
