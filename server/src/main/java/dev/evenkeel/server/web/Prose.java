package dev.evenkeel.server.web;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Sentences in which {@code `words of a runbook`} stand between backticks, for templates: {@code
 * ${@prose.pieces(text)}}. What the pieces hold is plain text; the template escapes it.
 */
@Component("prose")
public final class Prose {

  /** A part of a sentence. */
  public record Piece(String text, boolean code) {}

  /** A backtick without its partner is one that was meant. */
  public List<Piece> pieces(String text) {
    List<Piece> pieces = new ArrayList<>();
    int from = 0;
    while (true) {
      int open = text.indexOf('`', from);
      int close = open < 0 ? -1 : text.indexOf('`', open + 1);
      if (close < 0) {
        add(pieces, text.substring(from), false);
        return List.copyOf(pieces);
      }
      add(pieces, text.substring(from, open), false);
      add(pieces, text.substring(open + 1, close), true);
      from = close + 1;
    }
  }

  private static void add(List<Piece> pieces, String text, boolean code) {
    if (!text.isEmpty()) {
      pieces.add(new Piece(text, code));
    }
  }
}
