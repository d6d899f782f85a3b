package dev.evenkeel.cli.watch;

import dev.evenkeel.cli.Harmless;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** One line of a screen: pieces of text, each with its style, none with control characters. */
record Line(List<Piece> pieces) {
  static final Line EMPTY = new Line(List.of());

  record Piece(String text, Style style) {
    Piece {
      text = Harmless.text(text);
    }
  }

  Line {
    pieces = List.copyOf(pieces);
  }

  static Line of(String text) {
    return of(text, Style.PLAIN);
  }

  static Line of(String text, Style style) {
    return new Line(List.of(new Piece(text, style)));
  }

  Line and(String text, Style style) {
    List<Piece> more = new ArrayList<>(pieces);
    more.add(new Piece(text, style));
    return new Line(more);
  }

  Line and(String text) {
    return and(text, Style.PLAIN);
  }

  /** Blanks up to a column. */
  Line upTo(int column) {
    return and(" ".repeat(Math.max(0, column - width())));
  }

  int width() {
    return pieces.stream().mapToInt(piece -> width(piece.text())).sum();
  }

  /** Cut so that it fits; what is cut off shows by three dots. */
  Line fit(int columns) {
    if (width() <= columns) {
      return this;
    }
    List<Piece> kept = new ArrayList<>();
    int room = columns - 3;
    for (Piece piece : pieces) {
      int width = width(piece.text());
      if (width <= room) {
        kept.add(piece);
        room -= width;
      } else {
        int end = piece.text().offsetByCodePoints(0, Math.max(0, room));
        kept.add(new Piece(piece.text().substring(0, end) + "...", piece.style()));
        break;
      }
    }
    return new Line(kept);
  }

  String plain() {
    return pieces.stream().map(Piece::text).collect(Collectors.joining()).stripTrailing();
  }

  String ansi() {
    return pieces.stream()
        .map(piece -> piece.style().ansi(piece.text()))
        .collect(Collectors.joining());
  }

  private static int width(String text) {
    return text.codePointCount(0, text.length());
  }
}
