package dev.evenkeel.estate.advisory;

import dev.evenkeel.estate.version.VersionRange.Change;
import dev.evenkeel.estate.version.VersionRange.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Versions as a record of CVE names them: one, or from one to before or up to another.
 *
 * @param fixed versions that are not meant any more
 */
record CveVersions(Versions versions, List<String> fixed) {
  private static final Pattern LINE = Pattern.compile("(.*?)(\\d+)\\.[*x]");

  CveVersions {
    fixed = List.copyOf(fixed);
  }

  static CveVersions of(Part entry) {
    if (entry
        .text("versionType")
        .map(type -> type.toLowerCase(Locale.ROOT))
        .orElse("")
        .equals("git")) {
      return unclear("only commits of its source are named");
    }
    String from = entry.need("version");
    if (from.matches("(?i)n/a|unspecified|unknown|all.*|-")) {
      return from.matches("(?i)all( versions)?")
          ? new CveVersions(new Versions.Any(), List.of())
          : unclear("'%s' is no version".formatted(Part.shortened(from)));
    }
    boolean ranged = entry.get("lessThan").exists() || entry.get("lessThanOrEqual").exists();
    if (!ranged) {
      return from.equals("*")
          ? new CveVersions(new Versions.Any(), List.of())
          : new CveVersions(new Versions.Only(List.of(from)), List.of());
    }
    List<Event> events = new ArrayList<>();
    List<String> fixed = new ArrayList<>();
    events.add(new Event(Change.INTRODUCED, from.equals("*") ? "0" : from));
    entry
        .items("changes")
        .filter(change -> change.text("status").orElse("").equals("unaffected"))
        .forEach(change -> fixed.add(change.need("at")));
    entry.text("lessThan").filter(to -> !to.equals("*")).ifPresent(to -> fixed.add(after(to)));
    entry
        .text("lessThanOrEqual")
        .filter(to -> !to.equals("*"))
        .ifPresent(to -> {
          if (LINE.matcher(to).matches()) {
            fixed.add(after(to));
          } else {
            events.add(new Event(Change.LAST_AFFECTED, to));
          }
        });
    fixed.forEach(version -> events.add(new Event(Change.FIXED, version)));
    return new CveVersions(new Versions.Events(events), fixed);
  }

  /** Up to {@code 5.10.*} is before 5.11. */
  private static String after(String version) {
    Matcher line = LINE.matcher(version);
    return line.matches() && line.group(2).length() < 9
        ? line.group(1) + (Integer.parseInt(line.group(2)) + 1)
        : version;
  }

  private static CveVersions unclear(String why) {
    return new CveVersions(new Versions.Unclear(why), List.of());
  }
}
