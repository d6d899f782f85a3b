package dev.evenkeel.server.documents.web;

import dev.evenkeel.server.documents.DocumentDesk;
import dev.evenkeel.server.documents.MarkdownText;
import dev.evenkeel.server.documents.Paperwork;
import dev.evenkeel.server.documents.PdfText;
import dev.evenkeel.server.plan.Heading.Paper;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeBook;
import dev.evenkeel.server.plan.UpgradeFrame;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Right;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The documents of an upgrade, as page and as files. */
@Controller
@RequestMapping("/upgrades/{id}/documents")
@Needs(Right.VIEW)
class DocumentPage {
  private final UpgradeBook book;
  private final UpgradeFrame frame;
  private final DocumentDesk desk;

  DocumentPage(UpgradeBook book, UpgradeFrame frame, DocumentDesk desk) {
    this.book = book;
    this.frame = frame;
    this.desk = desk;
  }

  @GetMapping
  String list(@PathVariable UpgradeId id, Model model) {
    Upgrade upgrade = book.get(id);
    frame.around(upgrade, "documents", model);
    List<Paperwork> documents =
        Arrays.stream(Paper.values()).map(paper -> desk.of(upgrade, paper)).toList();
    model.addAttribute("documents", documents);
    return "documents/list";
  }

  @GetMapping("/{paper:plan|roll-out}")
  String page(@PathVariable UpgradeId id, @PathVariable String paper, Model model) {
    Upgrade upgrade = book.get(id);
    frame.around(upgrade, "documents", model);
    model.addAttribute("document", desk.of(upgrade, paper(paper)));
    return "documents/document";
  }

  @GetMapping("/{paper:plan|roll-out}.md")
  ResponseEntity<byte[]> markdown(@PathVariable UpgradeId id, @PathVariable String paper) {
    return file(
        "text/markdown;charset=UTF-8",
        "%s-%s.md".formatted(paper, id),
        MarkdownText.of(desk.of(book.get(id), paper(paper))).getBytes(StandardCharsets.UTF_8));
  }

  @GetMapping("/{paper:plan|roll-out}.pdf")
  ResponseEntity<byte[]> pdf(@PathVariable UpgradeId id, @PathVariable String paper) {
    return file(
        MediaType.APPLICATION_PDF_VALUE,
        "%s-%s.pdf".formatted(paper, id),
        PdfText.of(desk.of(book.get(id), paper(paper))));
  }

  private static Paper paper(String word) {
    return Arrays.stream(Paper.values())
        .filter(one -> one.word().equals(word))
        .findFirst()
        .orElseThrow();
  }

  private static ResponseEntity<byte[]> file(String type, String name, byte[] body) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(type))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .body(body);
  }
}
