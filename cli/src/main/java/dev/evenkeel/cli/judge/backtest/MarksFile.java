package dev.evenkeel.cli.judge.backtest;

import dev.evenkeel.cli.ExitCode;
import dev.evenkeel.cli.Trouble;
import dev.evenkeel.cli.file.CsvFile;
import dev.evenkeel.cli.file.Target;
import dev.evenkeel.judge.backtest.Mark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Marks in a table {@code from,until,note,rules,data}. */
final class MarksFile {
  private static final String HEADER = "from,until,note,rules,data";

  private MarksFile() {}

  /**
   * A line of it.
   *
   * @param data folder with what was measured then, kept beside the file
   */
  record Entry(Mark mark, Optional<Path> data) {}

  static List<Entry> read(String file) {
    Path folder = Path.of(file).toAbsolutePath().getParent();
    List<Entry> entries = new ArrayList<>();
    CsvFile.each(file, List.of("from", "until"), row -> entries.add(entry(row, folder)));
    return entries;
  }

  private static Entry entry(CsvFile.Row row, @Nullable Path folder) {
    Instant from = time(row, "from");
    Instant until = time(row, "until");
    if (!until.isAfter(from)) {
      throw new Trouble(
          ExitCode.REFUSED, "%s: until is not after from. Swap them?".formatted(row.place()));
    }
    return new Entry(
        new Mark(from, until, row.get("note"), rules(row)),
        row.has("data") && folder != null
            ? Optional.of(folder.resolve(row.get("data")))
            : Optional.empty());
  }

  private static List<String> rules(CsvFile.Row row) {
    return Stream.of(row.get("rules").split("[\\s;]+")).filter(one -> !one.isEmpty()).toList();
  }

  private static Instant time(CsvFile.Row row, String column) {
    try {
      return OffsetDateTime.parse(row.get(column)).toInstant();
    } catch (DateTimeException e) {
      throw new Trouble(
          ExitCode.REFUSED,
          "%s: %s is '%s'. Write a time with its zone, such as 2026-11-05T10:00:00Z."
              .formatted(row.place(), column, row.get(column)),
          e);
    }
  }

  static void refuseTwice(String file, Mark mark) {
    if (!Files.exists(Path.of(file))) {
      return;
    }
    read(file).stream()
        .map(Entry::mark)
        .filter(one -> one.from().equals(mark.from()) && one.until().equals(mark.until()))
        .findFirst()
        .ifPresent(one -> {
          throw new Trouble(
              ExitCode.REFUSED,
              "%s has this mark already: %s to %s, %s."
                  .formatted(file, one.from(), one.until(), one.note()));
        });
  }

  /** Adds one; the file is made when it is not there. */
  static void add(String file, Mark mark, Optional<String> data) {
    List<String> lines = new ArrayList<>();
    Path path = Path.of(file);
    if (Files.exists(path)) {
      try {
        lines.addAll(Files.readAllLines(path));
      } catch (IOException e) {
        throw Trouble.unreadable(file, e);
      }
      if (lines.isEmpty()) {
        lines.add(HEADER);
      }
      if (!lines.getFirst().equals(HEADER)) {
        throw new Trouble(
            ExitCode.REFUSED,
            "%s line 1 is '%s'. To add to it, its columns must be %s."
                .formatted(file, lines.getFirst(), HEADER));
      }
    } else {
      lines.add(HEADER);
    }
    lines.add(
        "%s,%s,%s,%s,%s"
            .formatted(
                mark.from(),
                mark.until(),
                quoted(mark.note()),
                String.join(" ", mark.rules()),
                quoted(data.orElse(""))));
    Target.at(file).write(String.join("\n", lines) + "\n");
  }

  private static String quoted(String text) {
    String line = text.replaceAll("\\s+", " ").strip();
    return line.matches("[^\",]*") ? line : '"' + line.replace("\"", "\"\"") + '"';
  }
}
