package dev.evenkeel.estate.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.evenkeel.estate.Headway;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * A text of delimited cells: any delimiter, quote and line end, also a bare CR. Lines without
 * anything in them do not count.
 */
final class Table {
  private static final int LONGEST_LINE = 1 << 20;

  /** What the reader takes of itself. */
  private static final int MOST_CELLS = 16 * 1024;

  /** Goes behind the text: when it is not the last line that is read, a quote was never closed. */
  private static final String END = "\u001Fend";

  /**
   * One line.
   *
   * @param number of the line it begins on
   * @param last whether no line end follows, so that it may have been cut off
   */
  record Line(long number, List<String> cells, boolean last) {
    boolean isEmpty() {
      return cells.stream().allMatch(String::isBlank);
    }
  }

  private final ImportFile file;
  private final String text;
  private final char delimiter;
  private final char quote;

  private Table(ImportFile file, String text, char delimiter, char quote) {
    this.file = file;
    this.text = text;
    this.delimiter = delimiter;
    this.quote = quote;
  }

  static Table of(
      ImportFile file, Optional<Charset> charset, Optional<Character> delimiter, char quote) {
    String text = Decoding.text(file, charset);
    // The first line with which spreadsheets are told the delimiter.
    if (text.length() > 5 && text.regionMatches(true, 0, "sep=", 0, 4) && text.charAt(5) < ' ') {
      return new Table(file, " ".repeat(5) + text.substring(5), text.charAt(4), quote);
    }
    return new Table(file, text, delimiter.orElseGet(() -> delimiterOf(text, quote)), quote);
  }

  char delimiter() {
    return delimiter;
  }

  void each(Consumer<Line> lines) {
    boolean open = !text.endsWith("\n") && !text.endsWith("\r");
    try (CsvReader<CsvRecord> reader = reader(text + (open ? "\n" : "") + END)) {
      CsvRecord before = null;
      for (CsvRecord record : reader) {
        Headway.look();
        if (before != null) {
          boolean end = record.getFieldCount() == 1 && record.getField(0).equals(END);
          give(before, open && end, lines);
        }
        before = record;
      }
      if (before == null || !before.getField(before.getFieldCount() - 1).equals(END)) {
        throw new Unreadable(
            file.line(before == null ? 1 : before.getStartingLineNumber()),
            "A quotation mark %s is opened here and never closed; the file may be cut off."
                .formatted(quote),
            "Export it again, or double the quotation marks inside of cells.");
      }
    } catch (CsvParseException e) {
      throw new Unreadable(
          file.place(),
          "It is no table: a line has more than %,d cells, or a cell more than %,d characters."
              .formatted(MOST_CELLS, LONGEST_LINE),
          "Check delimiter and quotation marks.");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void give(CsvRecord record, boolean last, Consumer<Line> lines) {
    Line line = new Line(record.getStartingLineNumber(), record.getFields(), last);
    if (!line.isEmpty()) {
      lines.accept(line);
    }
  }

  private CsvReader<CsvRecord> reader(String all) {
    return CsvReader.builder()
        .fieldSeparator(delimiter)
        .quoteCharacter(quote)
        .allowExtraFields(true)
        .allowMissingFields(true)
        .allowExtraCharsAfterClosingQuote(true)
        .maxBufferSize(LONGEST_LINE)
        .ofCsvRecord(all);
  }

  /** The one that stands most often in the first line that has any, outside of quotes. */
  private static char delimiterOf(String text, char quote) {
    String candidates = ",;\t|";
    int[] counts = new int[candidates.length()];
    boolean quoted = false;
    for (int i = 0; i < Math.min(text.length(), LONGEST_LINE); i++) {
      char c = text.charAt(i);
      if (c == quote) {
        quoted = !quoted;
      } else if (!quoted && (c == '\n' || c == '\r')) {
        if (IntStream.of(counts).sum() > 0) {
          break;
        }
      } else if (!quoted && candidates.indexOf(c) >= 0) {
        counts[candidates.indexOf(c)]++;
      }
    }
    int best = 0;
    for (int i = 1; i < counts.length; i++) {
      best = counts[i] > counts[best] ? i : best;
    }
    return candidates.charAt(best);
  }
}
