package dev.evenkeel.server.documents;

import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Writes text down a page, and takes another page when it is full. */
final class PdfPen implements AutoCloseable {
  /**
   * Comes with PDFBox, under the SIL Open Font License; knows Latin, Greek and Cyrillic letters.
   */
  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

  private static final float MARGIN = 56;
  private static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;
  private static final float TOP = PDRectangle.A4.getHeight() - MARGIN;
  private static final float SIZE = 10;
  private static final float GAP = 6;
  private static final float CELL = 8;
  private static final Color INK = new Color(0x1c, 0x22, 0x2b);
  private static final Color MUTED = new Color(0x5a, 0x64, 0x72);
  private static final Color BAD = new Color(0xb3, 0x26, 0x1e);
  private static final Color LINE = new Color(0xc9, 0xd0, 0xd9);

  private final PDDocument pdf;
  private final PDFont font;
  private PDPageContentStream page;
  private float y = TOP;

  /** What is written again when a table goes on on the next page. */
  private Head head = Head.NONE;

  private record Head(List<String> cells, float[] widths) {
    static final Head NONE = new Head(List.of(), new float[0]);
  }

  PdfPen(PDDocument pdf) throws IOException {
    this.pdf = pdf;
    this.font = font(pdf);
    this.page = fresh();
  }

  private static PDFont font(PDDocument pdf) throws IOException {
    try (InputStream file = Objects.requireNonNull(PdfPen.class.getResourceAsStream(FONT))) {
      return PDType0Font.load(pdf, file);
    }
  }

  private PDPageContentStream fresh() throws IOException {
    PDPage next = new PDPage(PDRectangle.A4);
    pdf.addPage(next);
    y = TOP;
    return new PDPageContentStream(pdf, next);
  }

  void title(String text) throws IOException {
    wrapped(text, 18, INK, MARGIN, WIDTH);
  }

  void heading(String text) throws IOException {
    y -= 2 * GAP;
    room(60);
    rule();
    y -= GAP;
    wrapped(text, 13, INK, MARGIN, WIDTH);
  }

  void text(String text) throws IOException {
    wrapped(text, SIZE, INK, MARGIN, WIDTH);
    y -= GAP / 2;
  }

  void muted(String text) throws IOException {
    room(3 * SIZE);
    wrapped(text, SIZE - 1, MUTED, MARGIN, WIDTH);
  }

  void warning(String text) throws IOException {
    wrapped(text, SIZE, BAD, MARGIN, WIDTH);
    y -= GAP / 2;
  }

  void point(String mark, String text) throws IOException {
    room(lead(SIZE));
    float before = y;
    line(mark, SIZE, INK, MARGIN);
    y = before;
    wrapped(text, SIZE, INK, MARGIN + 20, WIDTH - 20);
  }

  /** Columns are as wide as their longest cell asks for, together as wide as the page. */
  void table(List<String> titles, List<List<String>> rows) throws IOException {
    float[] widths = widths(titles, rows);
    row(titles, widths, MUTED);
    head = new Head(titles, widths);
    for (List<String> row : rows) {
      row(row, widths, INK);
    }
    head = Head.NONE;
    y -= GAP;
  }

  private float[] widths(List<String> head, List<List<String>> rows) throws IOException {
    float[] asked = new float[head.size()];
    float sum = 0;
    for (int i = 0; i < asked.length; i++) {
      float most = width(head.get(i), SIZE);
      for (List<String> row : rows) {
        most = Math.max(most, Math.min(width(row.get(i), SIZE), WIDTH * 0.6f));
      }
      asked[i] = Math.max(most, 40) + CELL;
      sum += asked[i];
    }
    for (int i = 0; i < asked.length; i++) {
      asked[i] = asked[i] * WIDTH / sum;
    }
    return asked;
  }

  private void row(List<String> cells, float[] widths, Color ink) throws IOException {
    List<List<String>> wrapped = new ArrayList<>();
    int lines = 1;
    for (int i = 0; i < cells.size(); i++) {
      wrapped.add(lines(cells.get(i), SIZE - 1, widths[i] - CELL));
      lines = Math.max(lines, wrapped.get(i).size());
    }
    float lead = lead(SIZE - 1);
    // What fits on one page stays on one; what is taller goes on on the next.
    if (lines * lead + GAP <= TOP - MARGIN) {
      room(lines * lead + GAP);
    }
    for (int from = 0; from < lines; ) {
      room(lead + GAP);
      int some = Math.min(lines - from, Math.max(1, (int) ((y - GAP - MARGIN) / lead)));
      float before = y;
      float left = MARGIN;
      for (int i = 0; i < cells.size(); i++) {
        y = before;
        List<String> all = wrapped.get(i);
        for (String line :
            all.subList(Math.min(from, all.size()), Math.min(from + some, all.size()))) {
          line(line, SIZE - 1, ink, left);
        }
        left += widths[i];
      }
      y = before - some * lead;
      from += some;
    }
    rule();
    y -= GAP / 2;
  }

  private void rule() throws IOException {
    page.setStrokingColor(LINE);
    page.setLineWidth(0.5f);
    page.moveTo(MARGIN, y);
    page.lineTo(MARGIN + WIDTH, y);
    page.stroke();
  }

  private void wrapped(String text, float size, Color ink, float left, float width)
      throws IOException {
    for (String line : lines(text, size, width)) {
      line(line, size, ink, left);
    }
  }

  private void line(String text, float size, Color ink, float left) throws IOException {
    room(lead(size));
    y -= lead(size);
    page.beginText();
    page.setFont(font, size);
    page.setNonStrokingColor(ink);
    page.newLineAtOffset(left, y + size * 0.35f);
    page.showText(text);
    page.endText();
  }

  private void room(float wanted) throws IOException {
    if (y - wanted < MARGIN) {
      page.close();
      page = fresh();
      Head again = head;
      if (!again.cells().isEmpty()) {
        head = Head.NONE;
        row(again.cells(), again.widths(), MUTED);
        head = again;
      }
    }
  }

  private static float lead(float size) {
    return size * 1.4f;
  }

  private List<String> lines(String text, float size, float width) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String paragraph : text.strip().split("\\R", -1)) {
      StringBuilder line = new StringBuilder();
      for (String word : paragraph.strip().split("\\s+")) {
        for (String piece : pieces(shown(word), size, width)) {
          String longer = line.isEmpty() ? piece : line + " " + piece;
          if (width(longer, size) > width && !line.isEmpty()) {
            lines.add(line.toString());
            line.setLength(0);
            line.append(piece);
          } else {
            line.setLength(0);
            line.append(longer);
          }
        }
      }
      lines.add(line.toString());
    }
    return lines;
  }

  /** A word that is longer than a line is broken. */
  private List<String> pieces(String word, float size, float width) throws IOException {
    List<String> pieces = new ArrayList<>();
    int from = 0;
    for (int to = 1; to <= word.length(); to++) {
      if (width(word.substring(from, to), size) > width && to - from > 1) {
        pieces.add(word.substring(from, to - 1));
        from = to - 1;
      }
    }
    pieces.add(word.substring(from));
    return pieces;
  }

  private float width(String text, float size) throws IOException {
    return font.getStringWidth(shown(text)) / 1000 * size;
  }

  /** What the font has no letter for is a question mark. */
  private String shown(String text) throws IOException {
    StringBuilder shown = new StringBuilder();
    // The font has the letter, but no mark that is put on another one.
    for (int point : Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().toArray()) {
      shown.append(has(point) ? Character.toString(point) : "?");
    }
    return shown.toString();
  }

  private boolean has(int point) throws IOException {
    if (Character.isISOControl(point)) {
      return false;
    }
    try {
      return font.encode(Character.toString(point)).length > 0;
    } catch (IllegalArgumentException none) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    page.close();
  }

  /** Writes under each page which one it is. */
  static void number(PDDocument pdf) throws IOException {
    PDFont font = font(pdf);
    int all = pdf.getNumberOfPages();
    for (int i = 0; i < all; i++) {
      try (PDPageContentStream foot =
          new PDPageContentStream(pdf, pdf.getPage(i), AppendMode.APPEND, true)) {
        foot.beginText();
        foot.setFont(font, 8);
        foot.setNonStrokingColor(MUTED);
        foot.newLineAtOffset(MARGIN, MARGIN / 2);
        foot.showText("Evenkeel – page %d of %d".formatted(i + 1, all));
        foot.endText();
      }
    }
  }
}
