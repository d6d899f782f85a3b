package dev.evenkeel.server.comms.rule;

import dev.evenkeel.server.comms.draft.Occasion;
import dev.evenkeel.server.plan.UpgradeId;
import java.util.Locale;
import java.util.Optional;

/**
 * What people say of a rule.
 *
 * @param upgrade only for this one
 * @param system only for upgrades and runs that change it
 * @param to {@code role:stakeholders}, {@code team:platform}, {@code ann}, {@code channel:ops}
 * @param occasion whose wording is used
 * @param wording a text of its own instead; of a task, what is to be done
 * @param quietMinutes the same about the same thing is not told again within that time
 * @param mostAnHour whoever would fire more often is stopped
 */
public record RuleTerms(
    String name,
    RuleEvent event,
    Optional<UpgradeId> upgrade,
    Optional<String> system,
    Kind action,
    String to,
    Occasion occasion,
    Optional<String> wording,
    int quietMinutes,
    int mostAnHour) {
  public static final int USUAL_MOST = 60;

  /** What a rule does. */
  public enum Kind {
    MESSAGE("Send a message", "with as much detail as its readers are for"),
    ALERT("Alert", "at once, with all detail, also to whoever decides on going back"),
    TASK("Make a task", "in the upgrade, due a day later"),
    WEBHOOK("Call a webhook", "with the row of the trail as JSON"),
    START_RUN(
        "Start the run",
        "that is ready for the upgrade, in the name of whoever wrote this, when all gates are"
            + " open");

    private final String title;
    private final String says;

    Kind(String title, String says) {
      this.title = title;
      this.says = says;
    }

    public String title() {
      return title;
    }

    /** Whether it says words to people. */
    boolean isMessage() {
      return this == MESSAGE || this == ALERT;
    }

    public String says() {
      return says;
    }

    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** To whom, for people. */
  public String toWords() {
    return Recipients.words(to);
  }
}
