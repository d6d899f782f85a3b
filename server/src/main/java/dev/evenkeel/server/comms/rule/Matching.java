package dev.evenkeel.server.comms.rule;

import dev.evenkeel.server.comms.rule.Firing.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decides what rules do. No clock, database or log: the same rule and the same event give the same
 * act, whether it happens now or is tried over what happened before.
 */
public final class Matching {
  private static final Duration HOUR = Duration.ofHours(1);

  /** So soon after a breach it is because of it that a run goes back. */
  private static final Duration WAY_BACK = Duration.ofMinutes(5);

  private Matching() {}

  /** What a rule does about an event; empty when it does not concern it. */
  public static Optional<Act> of(Rule rule, Event event) {
    RuleTerms terms = rule.terms();
    boolean concerns =
        rule.on()
            && rule.stopped().isEmpty()
            && event.seq() > rule.since()
            && !event.isByRule()
            && terms.event().is(event)
            && (terms.upgrade().isEmpty() || terms.upgrade().equals(event.upgrade()))
            && terms.system().map(event.systems()::contains).orElse(true);
    return concerns ? Optional.of(act(rule, event)) : Optional.empty();
  }

  static Act act(Rule rule, Event event) {
    return new Act(
        "rule/%d/%d".formatted(rule.id(), event.seq()),
        rule.terms().action(),
        rule.terms().to(),
        event);
  }

  /**
   * Whether it is done, left out for quiet, or the rule is stopped because it would do it too
   * often.
   *
   * @param before what the rule did until then
   */
  public static Outcome brake(RuleTerms terms, Event event, List<Firing> before) {
    List<Firing> done = before.stream().filter(one -> one.outcome() == Outcome.DONE).toList();
    boolean quiet =
        done.stream()
            .filter(one -> one.subject().equals(event.subject()))
            .anyMatch(one -> event.at().isBefore(one.happened().plus(quiet(terms, one, event))));
    if (quiet) {
      return Outcome.QUIET;
    }
    long lately =
        done.stream().filter(one -> event.at().isBefore(one.happened().plus(HOUR))).count();
    return lately >= terms.mostAnHour() ? Outcome.STOPPED : Outcome.DONE;
  }

  /** How long what was told leaves nothing to tell about an event. */
  private static Duration quiet(RuleTerms terms, Firing told, Event event) {
    Duration quiet = Duration.ofMinutes(terms.quietMinutes());
    if (told.what().equals(event.what())) {
      return quiet;
    }
    // A breach makes a run go back: that is one alert for people, and two calls for programs.
    boolean sameWayBack =
        told.what().equals(RuleEvent.BREACH)
            && event.what().equals(RuleEvent.GOES_BACK)
            && terms.action() != RuleTerms.Kind.WEBHOOK;
    return !sameWayBack ? Duration.ZERO : quiet.compareTo(WAY_BACK) > 0 ? quiet : WAY_BACK;
  }

  /**
   * What would have been done about events of the past, the oldest first; after a stop nothing
   * more.
   */
  static List<Firing> over(Rule rule, List<Event> events) {
    Rule tried = rule.tried();
    List<Firing> all = new ArrayList<>();
    for (Event event : events) {
      if (of(tried, event).isEmpty()) {
        continue;
      }
      Outcome outcome = brake(rule.terms(), event, all);
      all.add(Firing.of(rule, event, event.at(), outcome, Firing.would(rule.terms(), outcome)));
      if (outcome == Outcome.STOPPED) {
        break;
      }
    }
    return all;
  }
}
