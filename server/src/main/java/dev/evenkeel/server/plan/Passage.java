package dev.evenkeel.server.plan;

import java.util.List;
import java.util.Optional;

/**
 * Something a document about an upgrade says.
 *
 * @param heading under which it stands
 */
public record Passage(Heading heading, Block block) {

  /** What a passage consists of. */
  public sealed interface Block {}

  /**
   * An answer to a question.
   *
   * @param says empty when nobody knows: then the document says so, and leads to where it is
   *     entered
   * @param path of the page where it is entered
   */
  public record Said(String question, Optional<String> says, String path) implements Block {}

  /** Lines with the same columns. */
  public record Table(String title, List<String> head, List<List<String>> rows) implements Block {
    public Table {
      head = List.copyOf(head);
      rows = rows.stream().map(List::copyOf).toList();
    }
  }

  /** Points one after the other. */
  public record Points(String title, boolean numbered, List<String> points) implements Block {
    public Points {
      points = List.copyOf(points);
    }
  }

  public static Passage said(Heading heading, String question, Optional<String> says, String path) {
    return new Passage(heading, new Said(question, says, path));
  }
}
