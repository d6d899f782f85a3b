package dev.evenkeel.server.health.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Which series of a metrics page are meant: {@code name{label="value",other!="x",code=~"5.."}}, as
 * in Prometheus. A regular expression matches the whole value.
 */
record Selector(String name, List<Matcher> matchers) {
  private static final Pattern WHOLE =
      Pattern.compile("\\s*([a-zA-Z_:][\\w:]*)\\s*(?:\\{(.*)})?\\s*", Pattern.DOTALL);
  private static final Pattern MATCHER =
      Pattern.compile(
          "\\s*([a-zA-Z_]\\w*)\\s*(=~|!~|!=|=)\\s*\"((?:[^\"\\\\]|\\\\.)*)\"\\s*(?:,|$)",
          Pattern.DOTALL);

  /** One condition on a label; a label that is missing is empty. */
  record Matcher(String label, Pattern value, boolean wanted) {
    boolean holds(Map<String, String> labels) {
      return value.matcher(labels.getOrDefault(label, "")).matches() == wanted;
    }
  }

  static Selector of(String text) {
    var whole = WHOLE.matcher(text);
    if (!whole.matches()) {
      throw notUnderstood(text);
    }
    var matchers = new ArrayList<Matcher>();
    var inside = whole.group(2) == null ? "" : whole.group(2);
    var one = MATCHER.matcher(inside);
    int end = 0;
    while (end < inside.length() && one.find(end) && one.start() == end) {
      matchers.add(matcher(text, one.group(1), one.group(2), Labels.unescaped(one.group(3))));
      end = one.end();
    }
    if (!inside.substring(end).isBlank()) {
      throw notUnderstood(text);
    }
    return new Selector(whole.group(1), List.copyOf(matchers));
  }

  boolean matches(Sample sample) {
    return name.equals(sample.name())
        && matchers.stream().allMatch(matcher -> matcher.holds(sample.labels()));
  }

  /** The same labels of another metric of the family, such as its {@code _bucket}s. */
  Selector with(String suffix) {
    return new Selector(name + suffix, matchers);
  }

  private static Matcher matcher(String text, String label, String operator, String value) {
    try {
      var pattern =
          operator.endsWith("~") ? Pattern.compile(value) : Pattern.compile(Pattern.quote(value));
      return new Matcher(label, pattern, !operator.startsWith("!"));
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "'%s' in '%s' is no regular expression: %s".formatted(value, text, e.getDescription()),
          e);
    }
  }

  private static IllegalArgumentException notUnderstood(String text) {
    return new IllegalArgumentException(
        "'%s' names no series; write name{label=\"value\",other=~\"a|b\"}".formatted(text));
  }
}
