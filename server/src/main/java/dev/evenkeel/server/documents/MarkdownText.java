package dev.evenkeel.server.documents;

import dev.evenkeel.server.plan.Passage.Block;
import dev.evenkeel.server.plan.Passage.Points;
import dev.evenkeel.server.plan.Passage.Said;
import dev.evenkeel.server.plan.Passage.Table;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a document as Markdown (CommonMark, with tables as GitHub reads them). */
public final class MarkdownText {
  private MarkdownText() {}

  public static String of(Paperwork document) {
    StringBuilder text = new StringBuilder();
    text.append("# ").append(plain(document.title())).append("\n\n");
    text.append("As of ").append(document.asOf()).append(".\n");
    document.notice().ifPresent(notice -> text.append("\n**").append(plain(notice)).append("**\n"));
    for (Paperwork.Chapter chapter : document.chapters()) {
      text.append("\n## ").append(plain(chapter.heading().title())).append("\n");
      chapter.blocks().forEach(block -> text.append('\n').append(block(document, block)));
    }
    return text.toString();
  }

  private static String block(Paperwork document, Block block) {
    return switch (block) {
      case Said said ->
          "**%s:** %s\n"
              .formatted(
                  plain(said.question()),
                  said.says()
                      .map(MarkdownText::plain)
                      .orElseGet(() ->
                          "*Nobody has said.* It is entered at `%s`."
                              .formatted(document.address(said))));
      case Table table ->
          "**%s**\n\n%s%s%s"
              .formatted(
                  plain(table.title()),
                  row(table.head()),
                  row(table.head().stream().map(_ -> "---").toList()),
                  table.rows().stream()
                      .map(row -> row(row.stream().map(MarkdownText::plain).toList()))
                      .collect(Collectors.joining()));
      case Points points -> {
        StringBuilder text = new StringBuilder("**%s**\n\n".formatted(plain(points.title())));
        for (int i = 0; i < points.points().size(); i++) {
          text.append(points.numbered() ? (i + 1) + ". " : "- ")
              .append(plain(points.points().get(i)))
              .append('\n');
        }
        yield text.toString();
      }
    };
  }

  private static String row(List<String> cells) {
    return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  /** What people wrote is text and no markup, and stays on its line. */
  private static String plain(String text) {
    return text.strip()
        .replaceAll("\\s*\\R\\s*", " / ")
        .replaceAll("([\\\\`*_\\[\\]<>|#])", "\\\\$1");
  }
}
