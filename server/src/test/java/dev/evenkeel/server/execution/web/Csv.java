package dev.evenkeel.server.execution.web;

import java.util.ArrayList;
import java.util.List;

/** Reads comma-separated values as RFC 4180 has them, as a spreadsheet would. */
final class Csv {
  private Csv() {}

  static List<List<String>> read(String text) {
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
        cell.append(text.charAt(++i));
      } else if (c == '"') {
        quoted = !quoted;
      } else if (quoted || c != ',' && c != '\r' && c != '\n') {
        cell.append(c);
      } else if (c != '\r') {
        row.add(cell.toString());
        cell.setLength(0);
        if (c == '\n') {
          rows.add(row);
          row = new ArrayList<>();
        }
      }
    }
    return rows;
  }
}
