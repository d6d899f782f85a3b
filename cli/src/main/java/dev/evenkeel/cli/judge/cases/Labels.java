package dev.evenkeel.cli.judge.cases;

import dev.evenkeel.cli.ExitCode;
import dev.evenkeel.cli.Trouble;
import dev.evenkeel.cli.file.CsvFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;

/** The truth about cases, by their id. */
final class Labels {
  private Labels() {}

  /** What is to become of a case. */
  enum Expected {
    PASS,
    ROLLBACK,
    EITHER
  }

  /**
   * The truth about one case.
   *
   * @param size of the fault, in the unit of its kind; empty when there is none
   * @param onsetSeconds when the fault began, after the start
   */
  record Label(String kind, String size, double onsetSeconds, Expected expected) {}

  static Map<String, Label> read(String file) {
    SequencedMap<String, Label> labels = new LinkedHashMap<>();
    CsvFile.each(
        file, List.of("case", "kind", "expected"), row -> labels.put(row.get("case"), label(row)));
    return labels;
  }

  private static Label label(CsvFile.Row row) {
    try {
      return new Label(
          row.get("kind"),
          row.get("size"),
          row.has("onset_s") ? Double.parseDouble(row.get("onset_s")) : 0,
          Expected.valueOf(row.get("expected").toUpperCase(Locale.ROOT)));
    } catch (NumberFormatException e) {
      throw refused("%s: onset_s '%s' is no number.".formatted(row.place(), row.get("onset_s")), e);
    } catch (IllegalArgumentException e) {
      throw refused(
          "%s: expected is '%s'. Take pass, rollback or either."
              .formatted(row.place(), row.get("expected")),
          e);
    }
  }

  private static Trouble refused(String says, Exception why) {
    return new Trouble(ExitCode.REFUSED, says, why);
  }
}
