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
            .anyMatch(one ->
                one.what().equals(event.what())
                    && one.subject().equals(event.subject())
                    && event
                        .at()
                        .isBefore(one.happened().plus(Duration.ofMinutes(terms.quietMinutes()))));
    if (quiet) {
      return Outcome.QUIET;
    }
    long lately =
        done.stream().filter(one -> event.at().isBefore(one.happened().plus(HOUR))).count();
    return lately >= terms.mostAnHour() ? Outcome.STOPPED : Outcome.DONE;
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
