package dev.evenkeel.server.comms.rule;

import dev.evenkeel.server.plan.UpgradeId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a rule did about a row of the trail.
 *
 * @param seq number of the row
 * @param happened when that was
 * @param messages in the outbox
 */
public record Firing(
    long rule,
    long seq,
    String ruleName,
    Instant happened,
    String what,
    String subject,
    Optional<UpgradeId> upgrade,
    Instant at,
    Outcome outcome,
    String says,
    List<Long> messages) {

  /** What became of it. */
  public enum Outcome {
    DONE("good"),
    QUIET(""),
    STOPPED("bad"),
    FAILED("bad");

    private final String tone;

    Outcome(String tone) {
      this.tone = tone;
    }

    public String tone() {
      return tone;
    }

    public String word() {
      return this == QUIET ? "left out" : name().toLowerCase(Locale.ROOT);
    }
  }

  public Firing {
    messages = List.copyOf(messages);
  }

  static Firing of(Rule rule, Event event, Instant at, Outcome outcome, String says) {
    return new Firing(
        rule.id(),
        event.seq(),
        rule.terms().name(),
        event.at(),
        event.what(),
        event.subject(),
        event.upgrade(),
        at,
        outcome,
        says,
        List.of());
  }

  Firing with(Outcome outcome, String says, List<Long> messages) {
    return new Firing(
        rule, seq, ruleName, happened, what, subject, upgrade, at, outcome, says, messages);
  }

  /** What it would have said, had it been on. */
  static String would(RuleTerms terms, Outcome outcome) {
    return switch (outcome) {
      case DONE -> "%s: %s.".formatted(terms.action().title(), terms.toWords());
      case QUIET -> "Left out: the same was told shortly before.";
      case STOPPED ->
          "Stopped: it would fire more than %d times an hour.".formatted(terms.mostAnHour());
      case FAILED -> "";
    };
  }
}
