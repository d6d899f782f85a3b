package dev.evenkeel.server.execution.action.waiting;

import dev.evenkeel.runbook.words.Exec;
import dev.evenkeel.runbook.words.Http;
import dev.evenkeel.runbook.words.Sql;
import dev.evenkeel.runbook.words.Wait;
import dev.evenkeel.server.execution.action.Action;
import dev.evenkeel.server.execution.action.Attempt;
import dev.evenkeel.server.execution.action.Observation;
import dev.evenkeel.server.execution.action.Outcome;
import dev.evenkeel.server.execution.action.Recovery;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Waits until something holds, a number of times in a row, or for a time. Changes nothing, so a
 * wait cut off by a crash simply begins again.
 */
@Component
class WaitAction implements Action<Wait> {
  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(10);

  private final Action<Http> http;
  private final Action<Sql> sql;
  private final Action<Exec> exec;
  private final MetricLook metric;

  WaitAction(Action<Http> http, Action<Sql> sql, Action<Exec> exec, MetricLook metric) {
    this.http = http;
    this.sql = sql;
    this.exec = exec;
    this.metric = metric;
  }

  @Override
  public Class<Wait> words() {
    return Wait.class;
  }

  @Override
  public Outcome start(Wait words, Attempt attempt) {
    if (words.time().filter(time -> time.compareTo(attempt.remaining()) > 0).isPresent()) {
      return new Outcome.Failed(
          "A wait of %d s does not fit into the %d s the step has. Raise its `timeout` or lower `time`."
              .formatted(words.time().orElseThrow().toSeconds(), attempt.remaining().toSeconds()));
    }
    return goOn(words, attempt, new Patience(attempt.remaining(), 0));
  }

  @Override
  public Outcome poll(Wait words, Attempt attempt) {
    return goOn(words, attempt, Patience.of(attempt.memo()));
  }

  @Override
  public Recovery recover(Wait words, Attempt attempt) {
    return new Recovery.StartAgain();
  }

  @Override
  public Observation observe(Wait words, Attempt attempt) {
    return look(words, attempt)
        .orElseGet(() -> new Observation.Unknown("that time has passed cannot be observed"));
  }

  private Outcome goOn(Wait words, Attempt attempt, Patience patience) {
    return look(words, attempt)
        .map(seen -> judge(words, attempt, patience, seen))
        .orElseGet(() -> pass(words.time().orElse(Duration.ZERO), attempt, patience));
  }

  private static Outcome judge(Wait words, Attempt attempt, Patience patience, Observation seen) {
    return switch (seen) {
      case Observation.Holds(var outputs) when patience.heldInARow() + 1 >= words.times() ->
          new Outcome.Done(outputs);
      case Observation.Holds holds -> {
        var better = patience.heldOnceMore();
        yield notYet(
            words,
            attempt,
            better,
            "it held %d of %d times in a row".formatted(better.heldInARow(), words.times()));
      }
      case Observation.HoldsNot(var why) -> notYet(words, attempt, patience.heldNoMore(), why);
      case Observation.Unknown(var why) -> notYet(words, attempt, patience.heldNoMore(), why);
    };
  }

  private static Outcome notYet(Wait words, Attempt attempt, Patience patience, String why) {
    return new Outcome.NotYet(
        pause(words.every(), attempt.remaining()),
        why + ", " + patience.spoken(attempt.remaining()),
        patience.memo());
  }

  private static Outcome pass(Duration time, Attempt attempt, Patience patience) {
    var left = time.minus(patience.waited(attempt.remaining()));
    return left.isPositive()
        ? new Outcome.NotYet(
            left,
            "time passes, %d s of %d s"
                .formatted(patience.waited(attempt.remaining()).toSeconds(), time.toSeconds()),
            patience.memo())
        : Outcome.Done.withoutOutput();
  }

  /** Not beyond the end of the time the attempt has, so that its end is noticed when it comes. */
  private static Duration pause(Duration every, Duration remaining) {
    var pause = every.compareTo(remaining) < 0 ? every : remaining;
    return pause.compareTo(SHORTEST_PAUSE) < 0 ? SHORTEST_PAUSE : pause;
  }

  /** Empty when the words name no condition but a time. */
  private Optional<Observation> look(Wait words, Attempt attempt) {
    return words
        .http()
        .map(request -> http.observe(request, attempt))
        .or(() -> words.tcp().map(place -> TcpLook.at(place, attempt.timeToLook())))
        .or(() -> words.sql().map(statements -> sql.observe(statements, attempt)))
        .or(() -> words.command().map(command -> exec.observe(command, attempt)))
        .or(() -> words.metric().map(limit -> metric.at(limit, attempt)));
  }
}
