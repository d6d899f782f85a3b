package dev.evenkeel.server.inventory.web;

import dev.evenkeel.estate.advisory.Hit;
import dev.evenkeel.server.inventory.advisory.Standing;
import java.util.List;
import java.util.Locale;

/**
 * Which vulnerabilities somebody wants to see.
 *
 * @param q part of a name, a summary or a system
 * @param level at least this bad; empty for all, also those nobody has rated
 * @param sure without those that may only affect a system
 */
record AdvisoryRows(String q, String level, boolean sure) {
  private static final int LONGEST_NAME = 200;
  private static final List<String> LEVELS = List.of("none", "low", "medium", "high", "critical");

  List<Standing.Vulnerability> of(Standing standing) {
    String wanted = q.strip().toLowerCase(Locale.ROOT);
    int least = LEVELS.indexOf(level);
    return standing.vulnerabilities().stream()
        .filter(one -> !sure || one.affected() > 0)
        .filter(one ->
            least <= 0 || one.severity().filter(s -> s.level().ordinal() >= least).isPresent())
        .filter(one ->
            wanted.isEmpty()
                || holds(one.name(), wanted)
                || holds(one.summary(), wanted)
                || one.hits().stream().anyMatch(hit -> isAbout(hit, wanted)))
        .toList();
  }

  private static boolean isAbout(Hit hit, String wanted) {
    return holds(hit.system(), wanted)
        || hit.advisories().stream().anyMatch(id -> holds(id, wanted));
  }

  private static boolean holds(String text, String wanted) {
    return text.toLowerCase(Locale.ROOT).contains(wanted);
  }

  public boolean isEmpty() {
    return q.isBlank() && level.isEmpty() && !sure;
  }

  /** The name of a file without its folders, of a length people can read. */
  static String named(String file) {
    String plain = file.replaceFirst("(?s).*[/\\\\]", "").replaceAll("\\p{Cntrl}", "").strip();
    return plain.isEmpty()
        ? "advisories"
        : plain.length() <= LONGEST_NAME ? plain : plain.substring(0, LONGEST_NAME);
  }
}
