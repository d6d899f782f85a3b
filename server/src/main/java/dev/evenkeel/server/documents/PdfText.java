package dev.evenkeel.server.documents;

import dev.evenkeel.server.plan.Passage.Block;
import dev.evenkeel.server.plan.Passage.Points;
import dev.evenkeel.server.plan.Passage.Said;
import dev.evenkeel.server.plan.Passage.Table;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Writes a document as PDF on A4. The same document gives the same text, page by page. */
public final class PdfText {
  private PdfText() {}

  public static byte[] of(Paperwork document) {
    try (PDDocument pdf = new PDDocument();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      pdf.getDocumentInformation().setTitle(document.title());
      pdf.getDocumentInformation().setProducer("Evenkeel");
      pdf.getDocumentCatalog().setLanguage("en");
      try (PdfPen pen = new PdfPen(pdf)) {
        pen.title(document.title());
        pen.muted("As of %s.".formatted(document.asOf()));
        if (document.notice().isPresent()) {
          pen.warning(document.notice().get());
        }
        for (Paperwork.Chapter chapter : document.chapters()) {
          pen.heading(chapter.heading().title());
          for (Block block : chapter.blocks()) {
            block(document, pen, block);
          }
        }
      }
      PdfPen.number(pdf);
      pdf.save(bytes);
      return bytes.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static void block(Paperwork document, PdfPen pen, Block block) throws IOException {
    switch (block) {
      case Said said -> {
        pen.muted(said.question());
        if (said.says().isPresent()) {
          pen.text(said.says().get());
        } else {
          pen.warning(document.nobody(said));
        }
      }
      case Table table -> {
        pen.muted(table.title());
        pen.table(table.head(), table.rows());
      }
      case Points points -> {
        pen.muted(points.title());
        for (int i = 0; i < points.points().size(); i++) {
          pen.point(points.numbered() ? (i + 1) + "." : "–", points.points().get(i));
        }
      }
    }
  }
}
