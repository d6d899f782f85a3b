package dev.evenkeel.server.execution.action.haproxy;

import dev.evenkeel.runbook.words.Haproxy;
import dev.evenkeel.runbook.words.Haproxy.State;
import dev.evenkeel.server.execution.action.Action;
import dev.evenkeel.server.execution.action.Attempt;
import dev.evenkeel.server.execution.action.Observation;
import dev.evenkeel.server.execution.action.Outcome;
import dev.evenkeel.server.execution.action.Recovery;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Sets state and weight of a server in HAProxy and waits until that has settled: sessions gone, or
 * the health check passed.
 *
 * <p>The weight goes first, so that a server never gets more than its share when it comes back.
 * HAProxy's own check decides when it serves.
 */
@Component
class HaproxyAction implements Action<Haproxy> {
  private static final Duration SOON = Duration.ofMillis(300);
  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(3);
  private static final Duration SHORTEST_ANSWER = Duration.ofMillis(100);

  @Override
  public Class<Haproxy> words() {
    return Haproxy.class;
  }

  @Override
  public Outcome start(Haproxy words, Attempt attempt) {
    var backend = backend(words, attempt.remaining());
    try {
      var before = backend.look();
      if (words.weight().isPresent()) {
        backend.weigh(words.weight().get(), before);
      }
      if (words.state().isPresent()) {
        become(backend, words.state().get(), words.settle(), before);
      }
      return outcome(words, backend.look());
    } catch (NoAnswer | Refusal e) {
      return new Outcome.Failed(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public Outcome poll(Haproxy words, Attempt attempt) {
    try {
      return outcome(words, backend(words, attempt.remaining()).look());
    } catch (NoAnswer e) {
      // A reload takes the socket away for a moment; the attempt's own time ends this.
      return new Outcome.NotYet(SOON, String.valueOf(e.getMessage()));
    } catch (Refusal e) {
      return new Outcome.Failed(String.valueOf(e.getMessage()));
    }
  }

  /** Setting what is set already changes nothing. */
  @Override
  public Recovery recover(Haproxy words, Attempt attempt) {
    return new Recovery.StartAgain();
  }

  /**
   * Being set but not settled is neither: taken for done, a server would be stopped under its
   * sessions; taken for not done, a way back would leave it out of service.
   */
  @Override
  public Observation observe(Haproxy words, Attempt attempt) {
    try {
      if (words.weight().isPresent()) {
        Backend.check(words.weight().get());
      }
      var seen = backend(words, attempt.timeToLook()).look();
      if (!asAsked(words, seen)) {
        return new Observation.HoldsNot(spoken(words, seen));
      }
      return settled(words, seen)
          ? new Observation.Holds(Map.of())
          : new Observation.Unknown(spoken(words, seen) + ", " + seen.unsettled());
    } catch (NoAnswer | Refusal e) {
      return new Observation.Unknown(String.valueOf(e.getMessage()));
    }
  }

  private static Outcome outcome(Haproxy words, ServerState seen) {
    if (!asAsked(words, seen)) {
      return new Outcome.Failed(
          "What was set is gone: %s. HAProxy was reloaded or somebody else has set it; a reload keeps states only with 'load-server-state-from-file'. Look who did, then try again"
              .formatted(spoken(words, seen)));
    }
    return settled(words, seen)
        ? Outcome.Done.withoutOutput()
        : new Outcome.NotYet(SOON, spoken(words, seen) + ", " + seen.unsettled());
  }

  private static void become(Backend backend, State state, boolean settle, ServerState before)
      throws NoAnswer, Refusal {
    if (settle && state == State.READY && before.state() == State.MAINT && before.checked()) {
      backend.becomeReadyOnceChecked();
    } else {
      backend.become(named(state));
    }
  }

  private static boolean asAsked(Haproxy words, ServerState seen) {
    return words.state().map(state -> state == seen.state()).orElse(true)
        && words.weight().map(weight -> seen.comesTo(weight) == seen.weight()).orElse(true);
  }

  private static boolean settled(Haproxy words, ServerState seen) {
    return !words.settle() || words.state().isEmpty() || seen.settled();
  }

  private static String spoken(Haproxy words, ServerState seen) {
    return "%s is in state %s with weight %d of %d"
        .formatted(words.server(), named(seen.state()), seen.weight(), seen.ownWeight());
  }

  private static String named(State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  private static Backend backend(Haproxy words, Duration time) {
    Duration limit = time.compareTo(LONGEST_ANSWER) < 0 ? time : LONGEST_ANSWER;
    return new Backend(
        new RuntimeApi(
            words.address(), limit.compareTo(SHORTEST_ANSWER) < 0 ? SHORTEST_ANSWER : limit),
        words.server());
  }
}
