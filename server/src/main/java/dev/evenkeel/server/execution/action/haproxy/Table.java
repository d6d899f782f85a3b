package dev.evenkeel.server.execution.action.haproxy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What HAProxy prints as a table: a line of names that begins with #, and rows. */
final class Table {
  private Table() {}

  /** The rows by column name. Columns come and go with versions, so never by position. */
  static List<Map<String, String>> rows(String printed, String separator) {
    List<String> lines = printed.lines().dropWhile(line -> !line.startsWith("# ")).toList();
    if (lines.isEmpty()) {
      return List.of();
    }
    String[] names = cells(lines.getFirst().substring(2), separator);
    return lines.stream()
        .skip(1)
        .filter(line -> !line.isBlank())
        .map(line -> row(names, cells(line, separator)))
        .toList();
  }

  private static Map<String, String> row(String[] names, String[] cells) {
    var row = new HashMap<String, String>();
    for (int i = 0; i < Math.min(names.length, cells.length); i++) {
      row.put(names[i], cells[i]);
    }
    return row;
  }

  /** Only texts of health checks are ever quoted, and they come after all that is read here. */
  private static String[] cells(String line, String separator) {
    return line.split(Pattern.quote(separator), -1);
  }
}
