package dev.evenkeel.server.execution.engine;

import dev.evenkeel.runbook.Runbook;
import dev.evenkeel.runbook.Target;
import dev.evenkeel.server.execution.HoursOverride;
import dev.evenkeel.server.execution.RunKind;
import dev.evenkeel.server.execution.StartTimes;
import dev.evenkeel.server.execution.engine.SystemHours.Against;
import dev.evenkeel.server.execution.machine.Spoken;
import dev.evenkeel.server.execution.store.Rehearsals;
import dev.evenkeel.server.shared.Obstacle;
import dev.evenkeel.server.shared.Refused;
import dev.evenkeel.server.shared.Right;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Sees to it that production runs keep to the windows and freezes of the systems they change, by
 * whatever way they start or go on. Going back is never asked about.
 */
@Component
public class ChangeHours {
  /** Of what has begun, nobody knows how long it still takes: it must be open now. */
  private static final Duration NOW = Duration.ofSeconds(1);

  private final SystemHours hours;
  private final Rehearsals rehearsals;

  ChangeHours(SystemHours hours, Rehearsals rehearsals) {
    this.hours = hours;
    this.rehearsals = rehearsals;
  }

  /**
   * What is asked about.
   *
   * @param systems that would be changed; empty when the calendar has nothing to say
   * @param length how long it must be open
   */
  public record Question(Set<String> systems, Duration length) {}

  /** Whether a run may go forward at some time. */
  public sealed interface Answer {
    /** It may, until then if anything ends it. */
    record Open(Optional<Instant> until) implements Answer {}

    /**
     * It may not.
     *
     * @param against never empty
     * @param needs the right that may let it go on all the same
     */
    record Closed(List<Against> against, Optional<Instant> next, Right needs) implements Answer {
      /** All of it, a sentence each. */
      public List<String> reasons() {
        return against.stream().map(Against::says).distinct().toList();
      }
    }
  }

  /** The systems a runbook changes: those it names, and targets that are called like one. */
  public Set<String> systems(Runbook runbook) {
    return hours.known(names(runbook));
  }

  /** The same with what is not in the estate. */
  static Set<String> names(Runbook runbook) {
    return Stream.concat(runbook.systems().stream(), runbook.targets().stream().map(Target::name))
        .collect(Collectors.toSet());
  }

  /** About a start: it must be open for as long as the rehearsal took, and its way back. */
  public Question aboutStart(Runbook runbook, RunKind kind, String digest) {
    return question(runbook, kind, rehearsals.length(digest).map(took -> whole(took, runbook)));
  }

  /** About going on after a pause. */
  public Question aboutGoingOn(Runbook runbook, RunKind kind) {
    return question(runbook, kind, Optional.empty());
  }

  private static Duration whole(Rehearsals.Took took, Runbook runbook) {
    Duration back =
        runbook
            .limits()
            .wayBack()
            .filter(allowed -> allowed.compareTo(took.back()) > 0)
            .orElse(took.back());
    return took.forward().plus(back);
  }

  private Question question(Runbook runbook, RunKind kind, Optional<Duration> length) {
    return new Question(
        kind == RunKind.PRODUCTION ? systems(runbook) : Set.of(),
        length.filter(l -> l.compareTo(NOW) > 0).orElse(NOW));
  }

  public Answer ask(Question question, Instant at) {
    if (question.systems.isEmpty()) {
      return new Answer.Open(Optional.empty());
    }
    List<Against> against =
        hours.against(question.systems, at, at.plus(question.length)).stream().toList();
    return against.isEmpty()
        ? new Answer.Open(hours.openUntil(question.systems, at))
        : new Answer.Closed(
            against, hours.openNext(question.systems, question.length, at), needed(against));
  }

  /**
   * @throws Refused when it is closed, or somebody overrides it who may not
   */
  public static void require(
      Question question, Answer answer, Optional<HoursOverride> override, Instant now) {
    if (answer instanceof Answer.Closed closed) {
      if (override.isEmpty()) {
        throw refused(question, closed, now);
      }
      if (!override.get().rights().may(closed.needs())) {
        throw new Refused(
                Refused.Kind.FORBIDDEN,
                "To override this needs %s: %s"
                    .formatted(closed.needs().words(), String.join(" ", closed.reasons())))
            .with("needs", closed.needs())
            .with("reasons", closed.reasons());
      }
    }
  }

  /**
   * @throws Refused when it is closed from the first to the last moment at which a run may start,
   *     and nobody overrides it who may
   */
  public void requireSometime(
      Question question, StartTimes times, Optional<HoursOverride> override) {
    if (ask(question, times.at()) instanceof Answer.Closed closed
        && closed.next().filter(next -> !next.isAfter(times.latest())).isEmpty()) {
      require(question, closed, override, times.at());
    }
  }

  private static Refused refused(Question question, Answer.Closed closed, Instant at) {
    String wanted =
        question.length.compareTo(NOW) > 0
            ? "The run is expected to take %s with its way back. "
                .formatted(Spoken.of(question.length))
            : "";
    var refused =
        new Refused(
                Refused.Kind.OUTSIDE_WINDOW,
                "At %s it may not go forward. %s%s %s Somebody with %s may override it with a reason."
                    .formatted(
                        Spoken.moment(at),
                        wanted,
                        String.join(" ", closed.reasons()),
                        closed
                            .next()
                            .map(next -> "It is open next at %s.".formatted(Spoken.moment(next)))
                            .orElse("When it is open next is not known."),
                        closed.needs().words()))
            .against(
                closed.reasons().stream().map(one -> Obstacle.of(clearing(closed), one)).toList())
            .with("overriddenBy", closed.needs());
    closed.next().ifPresent(next -> refused.with("openNext", next));
    return refused;
  }

  private static Obstacle.Clearing clearing(Answer.Closed closed) {
    return new Obstacle.Clearing(
        "hours",
        "Windows and freezes",
        "%s Or somebody with %s overrides it with a reason."
            .formatted(
                closed
                    .next()
                    .map(next -> "It is open next at %s.".formatted(Spoken.moment(next)))
                    .orElse("When it is open next is not known."),
                closed.needs().words()),
        Optional.empty());
  }

  /** What overrides each of them: where one takes more than to start runs, that. */
  private static Right needed(List<Against> against) {
    return against.stream()
        .map(Against::overriddenBy)
        .filter(right -> right != Right.RUN)
        .findFirst()
        .orElse(Right.RUN);
  }
}
