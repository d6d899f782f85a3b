package dev.evenkeel.runbook;

import static dev.evenkeel.runbook.Finding.Severity.ERROR;
import static dev.evenkeel.runbook.Finding.Severity.WARNING;

import dev.evenkeel.runbook.Finding.Severity;
import java.util.Locale;

/** The rules a runbook is held against. Their names are documented and never change. */
public enum Rule {
  TOO_LARGE(
      ERROR, "A runbook has at most 1 MiB, is not nested deeply and does not grow by aliases."),
  BAD_CHARACTER(ERROR, "A runbook is text without control characters."),
  YAML_SYNTAX(ERROR, "A runbook is well-formed YAML."),
  ONE_DOCUMENT(ERROR, "A file holds exactly one runbook."),
  YAML_KEY(ERROR, "Keys are plain texts."),
  YAML_TAG(ERROR, "Tags such as !name mean nothing in a runbook."),
  DUPLICATE_KEY(ERROR, "A key stands once in its mapping."),
  UNKNOWN_KEY(ERROR, "Only keys of the language are used."),
  MISSING_KEY(ERROR, "Keys that are needed are there."),
  NO_VALUE(ERROR, "A key has a value."),
  KEY_COMBINATION(ERROR, "Keys that exclude or need each other are used so."),
  WRONG_TYPE(ERROR, "A value is of the kind its place needs."),
  BAD_DURATION(ERROR, "Durations are a number and a unit, such as 30s."),
  BAD_SHARE(ERROR, "Shares are percentages, such as 25%."),
  BAD_NAME(ERROR, "Names consist of the characters that others can refer to."),
  UNKNOWN_WORD(ERROR, "Where only a few words are known, one of them is used."),
  OUT_OF_RANGE(ERROR, "Numbers, durations and shares are inside their limits."),
  UNKNOWN_ACTION(ERROR, "A step names one action that exists."),
  UNKNOWN_SOURCE_KIND(ERROR, "A source names one kind that exists."),
  BAD_ADDRESS(ERROR, "Addresses begin with a protocol the action speaks."),
  NAME_NOT_HERE(ERROR, "${…} stands only where it is replaced."),
  BAD_NAME_SYNTAX(ERROR, "${…} holds a name."),
  BAD_CONDITION(ERROR, "Conditions can be understood."),
  UNKNOWN_NAME(ERROR, "${…} names something that is there on every target it is used for."),
  LATER_STEP(ERROR, "Steps use outputs of earlier steps only."),
  DUPLICATE_NAME(ERROR, "Steps, targets and watch rules have names of their own."),
  RESERVED_NAME(ERROR, "Names that Evenkeel uses itself are not used for something else."),
  BAD_INPUT(ERROR, "Defaults and allowed values of inputs fit their type and each other."),
  WAVES(ERROR, "Waves grow, and the last one reaches every target."),
  UNKNOWN_GROUP(ERROR, "Waves name groups that targets are in."),
  UNKNOWN_FACT(ERROR, "Targets are ordered by a fact that all of them have."),
  BLIND_RETRY(ERROR, "Only a step that can be observed or repeated is tried again."),
  CANNOT_OBSERVE(ERROR, "What observes can tell whether something is so."),
  REVERT_PAST_RETURN(ERROR, "A point of no return has no way back."),
  EACH_OUTSIDE_WAVE(ERROR, "Only wave steps are carried out for each upgraded target."),
  UNKNOWN_SOURCE(ERROR, "Watch rules read sources that are there."),
  METRIC_FIT(ERROR, "A source can give the metric that a watch rule judges."),
  NO_THRESHOLD(ERROR, "A watch rule says what is bad."),
  THRESHOLD_FIT(ERROR, "Thresholds are in the unit of their metric."),
  LIMITS_FIT(ERROR, "The way back fits into the time of the run."),
  NAME_IN_SHELL(ERROR, "No ${…} reaches a shell."),
  NAME_IN_SQL(ERROR, "No ${…} stands in an SQL statement."),
  SECRET_IN_ARGUMENTS(ERROR, "No secret stands among the arguments of a command."),
  NAME_IN_REMOTE_SHELL(WARNING, "No ${…} reaches a shell on another machine."),
  CLEAR_TEXT_SECRET(WARNING, "Secrets are named, not written out."),
  NO_WAY_BACK(WARNING, "A step that changes something has a way back."),
  NO_TIMEOUT(WARNING, "A step says how long it may take."),
  NO_OBSERVE(WARNING, "A step can be observed or repeated after a crash."),
  NO_CONFIRMATION(WARNING, "A person confirms before a point of no return."),
  ALL_PEERS_AT_ONCE(WARNING, "Targets that stand in for each other are not all worked on at once."),
  NO_WATCH(WARNING, "Something is watched while waves soak."),
  NO_CONTROL(WARNING, "What is compared has somebody on the old version to be compared with."),
  LATE_WARNING(WARNING, "A warning comes before the breach."),
  UNUSED_INPUT(WARNING, "An input is used."),
  UNUSED_SOURCE(WARNING, "A source is read by a watch rule.");

  private final Severity severity;
  private final String says;

  Rule(Severity severity, String says) {
    this.severity = severity;
    this.says = says;
  }

  /** How findings, documentation and SARIF call it, such as {@code unknown-key}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public Severity severity() {
    return severity;
  }

  /** What holds in a good runbook, in one sentence. */
  public String says() {
    return says;
  }
}
