package dev.evenkeel.server.shared;

import dev.evenkeel.runbook.grammar.Grammars;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * Something that waits for a person.
 *
 * @param key the same as long as it is the same thing: who was told of it once knows it
 * @param upgrade title of the upgrade it is about
 * @param detail of which task, how much, how many; in no language, and empty when there is none
 * @param by when it should be done
 * @param path of the page where it is done
 */
public record Wait(
    Kind kind, String key, String upgrade, String detail, Optional<Instant> by, String path) {

  /** What is the most urgent first; what has no time last. */
  public static final Comparator<Wait> URGENT =
      Comparator.comparing((Wait one) -> one.by().orElse(Instant.MAX))
          .thenComparing(Wait::kind)
          .thenComparing(Wait::upgrade)
          .thenComparing(Wait::key);

  /** What is to be done. Names are stored in keys and words of mails, so they never change. */
  public enum Kind {
    WORD("Say how it stands", true),
    NOTICE("The advance notice is late: send it with a reason, or skip it", false),
    APPROVAL("Agree, or not", true),
    ASK_AGAIN("What was agreed to is something else by now: ask again", true),
    COSTS("Approve what it costs, or not", false),
    CHECKLIST("Confirm what no fact shows, or say that it is not so", false),
    MESSAGES("Approve messages, or skip them", false),
    TEAM("Say that you have seen the chart of duties", false),
    PROMISE("Promise to be there, or say that you are not", false),
    TASK("Task", false);

    private final String says;
    private final boolean isToldAtOnce;

    Kind(String says, boolean isToldAtOnce) {
      this.says = says;
      this.isToldAtOnce = isToldAtOnce;
    }

    public String says() {
      return says;
    }

    /** As programs read it, such as {@code ask-again}. */
    public String word() {
      return Grammars.written(this);
    }

    /** Whether a message of its own tells of it when it begins. */
    public boolean isToldAtOnce() {
      return isToldAtOnce;
    }
  }

  public boolean isLate(Instant now) {
    return by.filter(one -> one.isBefore(now)).isPresent();
  }
}
