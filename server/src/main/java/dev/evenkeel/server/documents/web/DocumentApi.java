package dev.evenkeel.server.documents.web;

import dev.evenkeel.server.documents.DocumentDesk;
import dev.evenkeel.server.documents.Paperwork;
import dev.evenkeel.server.plan.Heading.Paper;
import dev.evenkeel.server.plan.Passage.Block;
import dev.evenkeel.server.plan.UpgradeBook;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Right;
import java.time.LocalDate;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The documents of an upgrade over HTTP; as files they are below its page. */
@RestController
@RequestMapping("/api/upgrades/{id}/documents")
@Needs(Right.VIEW)
class DocumentApi {
  private final UpgradeBook book;
  private final DocumentDesk desk;

  DocumentApi(UpgradeBook book, DocumentDesk desk) {
    this.book = book;
    this.desk = desk;
  }

  /** A document. */
  record Shown(String title, LocalDate asOf, int unknown, List<Part> chapters) {}

  /** What stands under a heading. */
  record Part(String heading, List<Block> blocks) {}

  @GetMapping("/{paper:plan|roll-out}")
  Shown one(@PathVariable UpgradeId id, @PathVariable String paper) {
    Paperwork document =
        desk.of(book.get(id), paper.equals(Paper.PLAN.word()) ? Paper.PLAN : Paper.ROLL_OUT);
    return new Shown(
        document.title(),
        document.asOf(),
        document.unknown(),
        document.chapters().stream()
            .map(chapter -> new Part(chapter.heading().title(), chapter.blocks()))
            .toList());
  }
}
