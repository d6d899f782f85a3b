package dev.evenkeel.server.comms.outside;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

/**
 * Which alerts are meant, as Alertmanager puts it: {@code system=~"{systems}"}.
 *
 * @param value {@code {systems}} in it stands for the systems of the run
 */
record Matcher(String name, String value, boolean regex, boolean equal) {
  static final String SYSTEMS = "{systems}";

  /** What is meant when nobody says so. */
  static final String USUAL = "system=~\"{systems}\"";

  private static final Pattern LINE =
      Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)\\s*(=~|!~|!=|=)\\s*(\"(.*)\"|[^\"]*)");

  /**
   * @throws IllegalArgumentException in words
   */
  static List<Matcher> of(String labels) {
    List<Matcher> all =
        labels
            .lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .map(Matcher::line)
            .toList();
    if (all.stream().noneMatch(one -> one.equal() && !one.value().isEmpty())) {
      throw new IllegalArgumentException(
          "At least one line must say what a label is, such as %s; or leave it empty."
              .formatted(USUAL));
    }
    return all;
  }

  private static Matcher line(String line) {
    java.util.regex.Matcher found = LINE.matcher(line);
    if (!found.matches()) {
      throw new IllegalArgumentException(
          "'%s' is no matcher. Write label=\"value\", or with =~, != or !~; one a line."
              .formatted(line));
    }
    String value = found.group(4) == null ? found.group(3).strip() : found.group(4);
    boolean regex = found.group(2).endsWith("~");
    if (value.contains(SYSTEMS) && !regex) {
      throw new IllegalArgumentException(
          "'%s': a run may change several systems. Write =~ before %s.".formatted(line, SYSTEMS));
    }
    if (regex) {
      requirePattern(line, value.replace(SYSTEMS, "(shop)"));
    }
    return new Matcher(found.group(1), value, regex, !found.group(2).startsWith("!"));
  }

  /**
   * Alertmanager reads regular expressions as RE2 does. What Java cannot read, RE2 cannot either,
   * but for rare spellings such as {@code (?P<name>…)}, which no matcher needs.
   */
  private static void requirePattern(String line, String value) {
    try {
      Pattern.compile(value);
    } catch (PatternSyntaxException none) {
      throw new IllegalArgumentException(
          "'%s' has no regular expression that can be read: %s. Mend it, or put a \\ before signs that stand for themselves; without =~ the value is taken as it is."
              .formatted(line, none.getDescription()),
          none);
    }
  }

  /** The same with the systems of a run; their names are no patterns. */
  Matcher about(Set<String> systems) {
    String names =
        systems.stream()
            .sorted()
            .map(name -> name.replaceAll("([\\\\.+*?()|\\[\\]{}^$-])", "\\\\$1"))
            .collect(Collectors.joining("|", "(", ")"));
    return new Matcher(name, value.replace(SYSTEMS, names), regex, equal);
  }
}
