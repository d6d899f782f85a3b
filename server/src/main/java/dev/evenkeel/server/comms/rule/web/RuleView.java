package dev.evenkeel.server.comms.rule.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.evenkeel.server.comms.rule.Firing;
import dev.evenkeel.server.comms.rule.Rule;
import dev.evenkeel.server.comms.rule.RuleTerms;
import dev.evenkeel.server.plan.UpgradeId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An automation as it is shown.
 *
 * @param when what it waits for, in words
 * @param does what it does, in words
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record RuleView(
    long id,
    String name,
    String event,
    String when,
    Optional<Long> upgrade,
    Optional<String> system,
    String action,
    String to,
    String does,
    String occasion,
    Optional<String> wording,
    int quietMinutes,
    int mostAnHour,
    boolean on,
    Optional<String> stopped,
    Optional<String> template,
    long version,
    Instant changedAt,
    String changedBy) {

  static RuleView of(Rule rule) {
    RuleTerms terms = rule.terms();
    return new RuleView(
        rule.id(),
        terms.name(),
        terms.event().word(),
        terms.event().title(),
        terms.upgrade().map(UpgradeId::value),
        terms.system(),
        terms.action().word(),
        terms.to(),
        "%s: %s%s"
            .formatted(
                terms.action().title(),
                terms.toWords(),
                terms.action() == RuleTerms.Kind.START_RUN
                    ? ", in the name of " + rule.author().name()
                    : ""),
        terms.occasion().word(),
        terms.wording(),
        terms.quietMinutes(),
        terms.mostAnHour(),
        rule.on(),
        rule.stopped(),
        rule.template(),
        rule.version(),
        rule.changedAt(),
        rule.changedBy());
  }

  public String state() {
    return stopped.isPresent() ? "stopped" : on ? "on" : "off";
  }

  public String tone() {
    return stopped.isPresent() ? "bad" : on ? "good" : "";
  }

  /** A firing as programs read it. */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record Fired(
      long rule,
      String name,
      long row,
      Instant happened,
      String what,
      String subject,
      Optional<Long> upgrade,
      Instant at,
      String outcome,
      String says,
      List<Long> messages) {
    static Fired of(Firing one) {
      return new Fired(
          one.rule(),
          one.ruleName(),
          one.seq(),
          one.happened(),
          one.what(),
          one.subject(),
          one.upgrade().map(UpgradeId::value),
          one.at(),
          one.outcome().word(),
          one.says(),
          one.messages());
    }
  }
}
