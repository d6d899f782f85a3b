package dev.evenkeel.server.approval.binding;

import dev.evenkeel.server.shared.Moments;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is signed, field by field, and what a change of it does. */
public enum Field {
  SYSTEMS("plan.systems", "Systems", Change.ANY),
  FROM("plan.from", "From version", Change.ANY),
  TO("plan.to", "To version", Change.ANY),
  CLASS("plan.class", "Class", Change.ANY),
  STRATEGY("plan.strategy", "Strategy", Change.ANY),
  WAY_BACK("plan.way-back", "Way back", Change.ANY),
  DOWNTIME("plan.downtime-minutes", "Downtime in minutes", Change.MORE),
  TITLE("plan.title", "Title", Change.NONE),
  WHY("plan.why", "Why now", Change.NONE),
  OWNER("plan.owner", "Owner", Change.NONE),
  /** Of a standard change: the version of the template that its standing approval is for. */
  PROCESS("process.template", "Template of the process", Change.ANY),
  RUNBOOK("runbook.name", "Runbook", Change.NONE),
  RUNBOOK_DIGEST("runbook.digest", "Text of the runbook (SHA-256)", Change.ANY),
  RUNBOOK_INPUTS("runbook.inputs", "Inputs of the runbook", Change.ANY),
  /** The first moment at which it may begin. */
  WINDOW_FROM("window.from", "May begin from", Change.NONE),
  /** The last one. */
  WINDOW_UNTIL("window.until", "May begin until", Change.NONE),
  /** When it is planned to begin: a moment, or a day. */
  WINDOW_PLANNED("window.planned", "Planned for", Change.OUTSIDE),
  /** Not there before the first. */
  TRIES("runs.in-vain", "Runs in production that did not end well", Change.MORE),
  RISK_WORST("risk.worst", "Worst open risk, of 25", Change.MORE),
  RISK_HIGH("risk.high", "High risks open", Change.MORE);

  /** Which change of it voids an approval. */
  public enum Change {
    /** Every one. */
    ANY,
    /** To a higher number. */
    MORE,
    /** To a time outside of the window that was approved. */
    OUTSIDE,
    /** None. */
    NONE
  }

  private final String key;
  private final String words;
  private final Change material;

  Field(String key, String words, Change material) {
    this.key = key;
    this.words = words;
    this.material = material;
  }

  /** As it stands in what is signed. */
  public String key() {
    return key;
  }

  public String words() {
    return words;
  }

  /** What is signed of it, as people read it. */
  public String shown(String value) {
    return switch (this) {
      case CLASS, STRATEGY -> value.toLowerCase(Locale.ROOT).replace('_', '-');
      case WINDOW_FROM, WINDOW_UNTIL, WINDOW_PLANNED -> moment(value);
      default -> value;
    };
  }

  private static String moment(String value) {
    try {
      return Moments.at(Instant.parse(value));
    } catch (DateTimeParseException day) {
      return value;
    }
  }

  public Change material() {
    return material;
  }

  static Optional<Field> of(String key) {
    return Arrays.stream(values()).filter(one -> one.key.equals(key)).findFirst();
  }
}
