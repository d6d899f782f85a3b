package dev.evenkeel.estate.version;

import java.util.Optional;

/** All versions between two ends; an end that is missing is open. */
record Span(Optional<End> from, Optional<End> to) {

  /**
   * @param included whether the version itself is within
   */
  record End(Version version, boolean included) {}

  static Span only(Version version) {
    var end = Optional.of(new End(version, true));
    return new Span(end, end);
  }

  boolean holds(Version version) {
    return from.map(end -> beyond(version.compareTo(end.version()), end)).orElse(true)
        && to.map(end -> beyond(end.version().compareTo(version), end)).orElse(true);
  }

  private static boolean beyond(int order, End end) {
    return order > 0 || order == 0 && end.included();
  }

  @Override
  public String toString() {
    if (from.isEmpty() && to.isEmpty()) {
      return "any version";
    }
    if (from.equals(to)) {
      return "" + from.get().version();
    }
    var lower = from.map(end -> (end.included() ? "from " : "after ") + end.version());
    var upper = to.map(end -> (end.included() ? "up to " : "before ") + end.version());
    return lower.map(text -> text + upper.map(rest -> " " + rest).orElse("")).or(() -> upper).get();
  }
}
