package dev.evenkeel.cli.file;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.evenkeel.cli.ExitCode;
import dev.evenkeel.cli.Trouble;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A table of comma-separated values whose first line names the columns; may be packed. */
public final class CsvFile {
  private static final long MOST_BYTES = 4L << 30;
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private CsvFile() {}

  /**
   * One line of it.
   *
   * @param place the file and the line, for people
   */
  public record Row(String place, NamedCsvRecord cells) {

    /** What stands in a column, without spaces around; empty when the line is too short. */
    public String get(String column) {
      return cells.findField(column).map(String::strip).orElse("");
    }

    public boolean has(String column) {
      return !get(column).isEmpty();
    }
  }

  /**
   * Gives every line to somebody.
   *
   * @param needed columns without which it is of no use
   */
  public static void each(String file, List<String> needed, Consumer<Row> rows) {
    try (Reader text =
            new InputStreamReader(Opened.at(Path.of(file), MOST_BYTES), StandardCharsets.UTF_8);
        CsvReader<NamedCsvRecord> reader =
            CsvReader.builder()
                .allowMissingFields(true)
                .allowExtraFields(true)
                .skipEmptyLines(true)
                .ofNamedCsvRecord(text)) {
      boolean isFirst = true;
      for (NamedCsvRecord record : reader) {
        if (isFirst) {
          check(file, needed, record.getHeader());
          isFirst = false;
        }
        rows.accept(new Row("%s line %d".formatted(file, record.getStartingLineNumber()), record));
      }
    } catch (CsvParseException e) {
      throw refused("%s is no table: %s".formatted(file, e.getMessage()), e);
    } catch (UncheckedIOException e) {
      throw Trouble.unreadable(file, e);
    } catch (IOException | InvalidPathException e) {
      throw Trouble.unreadable(file, e);
    }
  }

  private static void check(String file, List<String> needed, List<String> header) {
    List<String> missing = new ArrayList<>(needed);
    missing.removeAll(header);
    if (!missing.isEmpty()) {
      throw new Trouble(
          ExitCode.REFUSED,
          header.getFirst().startsWith(BYTE_ORDER_MARK)
              ? "%s begins with a byte order mark. Save it as plain UTF-8.".formatted(file)
              : "%s line 1: there is no column %s; there are %s."
                  .formatted(file, String.join(", ", missing), String.join(", ", header)));
    }
  }

  private static Trouble refused(String says, Exception why) {
    return new Trouble(ExitCode.REFUSED, says, why);
  }
}
