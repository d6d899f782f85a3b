package dev.evenkeel.server.inventory.imports;

import dev.evenkeel.estate.imports.Rejected;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All that is rejected of a file, as a table for whoever corrects it (RFC 4180). */
final class RejectedFile {
  private static final String HEAD = "file,place,left out,what,why,way out\r\n";

  private RejectedFile() {}

  static void write(List<Rejected> rejected, OutputStream out) throws IOException {
    out.write(HEAD.getBytes(StandardCharsets.UTF_8));
    for (Rejected one : rejected) {
      out.write(line(one).getBytes(StandardCharsets.UTF_8));
    }
  }

  private static String line(Rejected one) {
    return Stream.of(
                one.place().file(),
                one.place().at(),
                one.extent().name().toLowerCase(Locale.ROOT),
                one.what(),
                one.why(),
                one.wayOut())
            .map(RejectedFile::cell)
            .collect(Collectors.joining(","))
        + "\r\n";
  }

  /** A spreadsheet would carry out a cell that begins like a formula; the apostrophe stops it. */
  private static String cell(String text) {
    String harmless = text.matches("(?s)[=+@\\t\\r-].*") ? "'" + text : text;
    return harmless.matches("(?s).*[\",\\r\\n].*")
        ? '"' + harmless.replace("\"", "\"\"") + '"'
        : harmless;
  }
}
