package dev.evenkeel.server.inventory.imports;

import dev.evenkeel.estate.imports.ImportFormat;
import dev.evenkeel.estate.imports.Imports;
import dev.evenkeel.estate.imports.Rejected;
import dev.evenkeel.runbook.words.Spelled;
import dev.evenkeel.server.shared.Refused;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Of which format a file is, and how its source is called, when nobody or somebody says so. */
final class FormatChoice {
  private static final int LONGEST_SOURCE = 60;

  private FormatChoice() {}

  /**
   * @throws Refused when there is none of that name
   */
  static ImportFormat known(String format) {
    return Imports.format(format)
        .orElseThrow(() ->
            new Refused(
                Refused.Kind.INVALID,
                "There is no format '%s'; there are %s.".formatted(format, all())));
  }

  /**
   * @param obstacle why nobody can look into the file, if so
   */
  static Refused unknown(String file, Optional<Rejected> obstacle) {
    return new Refused(
        Refused.Kind.INVALID,
        obstacle
            .map(it -> "'%s' cannot be read. %s %s".formatted(it.place(), it.why(), it.wayOut()))
            .orElseGet(() ->
                "By its beginning '%s' is of no format that is known. Say which it is: %s."
                    .formatted(file, all())));
  }

  private static String all() {
    return Imports.FORMATS.stream().map(ImportFormat::id).collect(Collectors.joining(", "));
  }

  /** As somebody says, else after the format; of tables after the file. */
  static String source(String file, ImportFormat format, Optional<String> wanted) {
    if (wanted.isPresent()) {
      return source(wanted.get());
    }
    if (!format.id().equals("csv")) {
      return format.id();
    }
    String stem =
        file.toLowerCase(Locale.ROOT).replaceFirst("\\..*", "").replaceAll("[^a-z0-9]+", "-");
    String name = stem.replaceAll("^[^a-z]+|-+$", "");
    return name.isEmpty() ? "table" : name.substring(0, Math.min(LONGEST_SOURCE, name.length()));
  }

  /**
   * @throws Refused when a source cannot be called so
   */
  static String source(String wanted) {
    if (!Spelled.Names.NAME.fit(wanted)) {
      throw new Refused(
          Refused.Kind.INVALID,
          "The source is called '%s'. Its name must be of %s, beginning with a letter."
              .formatted(wanted, Spelled.Names.NAME.says()));
    }
    return wanted;
  }
}
