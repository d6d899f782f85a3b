package dev.evenkeel.calendar;

import java.util.List;

/**
 * A time in which change is forbidden, whatever the windows say.
 *
 * @param owner who may be asked, and may lift it
 * @param reason why, for people
 */
public record Freeze(
    String id, Kind kind, Scope scope, String owner, String reason, Recurrence when) {

  public enum Kind {
    FREEZE("freeze"),
    CRITICAL_PERIOD("business-critical period"),
    HOLIDAY("public holiday");

    private final String words;

    Kind(String words) {
      this.words = words;
    }
  }

  /** When it holds in a range, merged. */
  List<Span> frozen(Span range) {
    return Spans.within(range, when.expand("freeze " + id, range).spans());
  }

  /** What a person should know of it in a range; only warnings. */
  public List<Finding> findings(Span range) {
    return when.expand("freeze " + id, range).findings();
  }

  /** Such as {@code freeze 'quarter close' of finance (all systems)}. */
  @Override
  public String toString() {
    return "%s '%s' of %s (%s)".formatted(kind.words, reason, owner, scope.words());
  }
}
