package dev.evenkeel.server.inventory.web;

import dev.evenkeel.estate.Document;
import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.estate.EstateReader;
import dev.evenkeel.estate.text.YamlText;
import dev.evenkeel.server.inventory.ChangeNote;
import dev.evenkeel.server.inventory.Editions;
import dev.evenkeel.server.inventory.EstateBook;
import dev.evenkeel.server.inventory.Revision;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.IfMatch;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Refused;
import dev.evenkeel.server.shared.Right;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** The documents of the estate over HTTP. */
@RestController
@RequestMapping("/api/estate")
@Needs(Right.VIEW)
class EstateApi {
  static final String YAML = "application/yaml";
  private static final int MOST = 1_000;

  /** Whatever is there. */
  private static final String ANY = "*";

  private final EstateBook book;
  private final DocumentBodies bodies;

  EstateApi(EstateBook book, DocumentBodies bodies) {
    this.book = book;
    this.bodies = bodies;
  }

  /**
   * A page of documents.
   *
   * @param next the value of {@code after} for the next page; empty on the last
   */
  record Page(List<DocumentView> documents, Optional<String> next) {}

  @GetMapping("/{kind}")
  Page list(
      @PathVariable EntryKind kind,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String after,
      @RequestParam(defaultValue = "100") int limit) {
    int most = Math.clamp(limit, 1, MOST);
    List<Document> found =
        book.estate().all(kind).tailMap(after, false).values().stream()
            .filter(document -> DocumentView.matches(document, q))
            .limit(most + 1L)
            .toList();
    List<Document> shown = found.subList(0, Math.min(most, found.size()));
    return new Page(
        shown.stream().map(DocumentView::of).toList(),
        found.size() > most ? Optional.of(shown.getLast().name()) : Optional.empty());
  }

  @GetMapping("/{kind}/{name}")
  ResponseEntity<DocumentView> one(@PathVariable EntryKind kind, @PathVariable String name) {
    Document document = book.get(new Document.Key(kind, name));
    return ResponseEntity.ok()
        .eTag(Editions.of(document))
        .cacheControl(CacheControl.noCache())
        .body(DocumentView.of(document));
  }

  @GetMapping(path = "/{kind}/{name}", produces = YAML)
  ResponseEntity<String> oneAsYaml(@PathVariable EntryKind kind, @PathVariable String name) {
    Document document = book.get(new Document.Key(kind, name));
    return ResponseEntity.ok().eTag(Editions.of(document)).body(YamlText.of(document));
  }

  @GetMapping("/{kind}/{name}/history")
  List<RevisionView> history(@PathVariable EntryKind kind, @PathVariable String name) {
    Document.Key key = new Document.Key(kind, name);
    List<Revision> revisions = book.history(key);
    if (revisions.isEmpty()) {
      book.get(key);
    }
    return revisions.stream().map(RevisionView::of).toList();
  }

  /** Puts one document in the place of the one that {@code If-Match} names. */
  @PutMapping("/{kind}/{name}")
  @Needs(Right.ESTATE)
  ResponseEntity<DocumentView> put(
      @PathVariable EntryKind kind,
      @PathVariable String name,
      @RequestHeader(name = "If-Match") Optional<String> seen,
      HttpServletRequest request,
      Actor actor)
      throws IOException {
    return bodies.read(
        request,
        DocumentBodies.DOCUMENTS,
        body -> {
          Document wanted = Bodies.onlyDocument(Bodies.text(body), new Document.Key(kind, name));
          Optional<String> edition =
              seen.filter(ANY::equals).isPresent()
                  ? Optional.of(Editions.of(book.get(wanted.key())))
                  : seen.map(IfMatch::edition);
          book.edit(wanted, edition, "the API", actor);
          return one(kind, name);
        });
  }

  @DeleteMapping("/{kind}/{name}")
  @Needs(Right.ESTATE)
  ChangeNote remove(
      @PathVariable EntryKind kind,
      @PathVariable String name,
      @RequestHeader(name = "If-Match") Optional<String> seen,
      Actor actor) {
    return book.remove(
            new Document.Key(kind, name),
            seen.filter(edition -> !edition.equals(ANY)).map(IfMatch::edition),
            "the API",
            actor)
        .orElseThrow();
  }

  /**
   * Puts all documents of a text into the estate, or nothing of it.
   *
   * @param preview whether to say only what would change
   * @param file name shown in findings and in the history
   */
  @PostMapping("/apply")
  @Needs(Right.ESTATE)
  Applied apply(
      @RequestParam(defaultValue = "false") boolean preview,
      @RequestParam(defaultValue = "estate.yaml") String file,
      HttpServletRequest request,
      Actor actor)
      throws IOException {
    return bodies.read(
        request,
        DocumentBodies.DOCUMENTS,
        body -> {
          EstateReader.Reading reading = EstateReader.read(file, Bodies.text(body));
          Bodies.refuseUnlessWell(reading);
          bodies.refuseBeyond(reading.documents().size());
          return Applied.by(book, reading, preview, file, actor);
        });
  }

  /** All documents, or those of one kind, as YAML that {@code apply} takes. */
  @GetMapping(path = "/export", produces = YAML)
  ResponseEntity<StreamingResponseBody> export(@RequestParam Optional<EntryKind> kind) {
    var estate = book.estate();
    var documents = kind.map(k -> estate.all(k).values().stream()).orElseGet(estate::all);
    return ResponseEntity.ok()
        .header("Content-Disposition", "attachment; filename=\"estate.yaml\"")
        .body(Export.of(documents));
  }

  @GetMapping("/changes")
  List<ChangeNote> changes(
      @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before,
      @RequestParam(defaultValue = "50") int limit) {
    return book.notes(before, Math.clamp(limit, 1, MOST));
  }

  @GetMapping("/changes/{id}")
  Applied change(@PathVariable long id) {
    return Applied.of(
        Optional.of(book.note(id)), book.changesOf(id, Applied.MOST), List.of(), List.of());
  }

  @PostMapping("/changes/{id}/revert")
  @Needs(Right.ESTATE)
  ChangeNote revert(@PathVariable long id, Actor actor) {
    return book.revert(id, actor)
        .orElseThrow(
            () -> new Refused(Refused.Kind.NOT_NOW, "Change %d changed nothing.".formatted(id)));
  }
}
