package dev.evenkeel.server.inventory.web;

import dev.evenkeel.estate.Change;
import dev.evenkeel.estate.Document;
import dev.evenkeel.estate.EstateReader;
import dev.evenkeel.estate.Mention;
import dev.evenkeel.runbook.Finding;
import dev.evenkeel.server.inventory.ChangeNote;
import dev.evenkeel.server.inventory.DocumentChange;
import dev.evenkeel.server.inventory.EstateBook;
import dev.evenkeel.server.shared.Actor;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What documents have changed, or would change.
 *
 * @param change empty for a preview, and when nothing changed
 * @param changes at most {@value #MOST} of them
 * @param unresolved names of documents that are neither in the estate nor among these
 * @param warnings what is doubtful in the text, such as times that a clock shows twice
 */
record Applied(
    Optional<ChangeNote> change,
    long added,
    long changed,
    long removed,
    List<DocumentChange> changes,
    List<String> unresolved,
    List<Finding> warnings) {
  static final int MOST = 1_000;
  private static final int NAMED = 100;

  static Applied by(
      EstateBook book, EstateReader.Reading reading, boolean preview, String origin, Actor actor) {
    List<Document> wanted = reading.documents();
    List<Finding> warnings = reading.findings().stream().limit(MOST).toList();
    List<Change> changes = book.preview(wanted);
    List<String> unresolved = unresolved(book, wanted);
    return preview
        ? of(Optional.empty(), changes, unresolved, warnings)
        : book.put(wanted, origin, actor)
            .map(note ->
                of(Optional.of(note), book.changesOf(note.id(), MOST), unresolved, warnings))
            .orElseGet(() -> of(Optional.empty(), List.of(), unresolved, warnings));
  }

  static Applied of(
      Optional<ChangeNote> note,
      List<Change> changes,
      List<String> unresolved,
      List<Finding> warnings) {
    return new Applied(
        note,
        note.map(n -> (long) n.added()).orElseGet(() -> count(changes, Change.Sort.ADDED)),
        note.map(n -> (long) n.changed()).orElseGet(() -> count(changes, Change.Sort.CHANGED)),
        note.map(n -> (long) n.removed()).orElseGet(() -> count(changes, Change.Sort.REMOVED)),
        changes.stream().limit(MOST).map(DocumentChange::of).toList(),
        unresolved,
        warnings);
  }

  private static long count(List<Change> changes, Change.Sort sort) {
    return changes.stream().filter(change -> change.sort() == sort).count();
  }

  private static List<String> unresolved(EstateBook book, List<Document> wanted) {
    var estate = book.estate();
    Set<Document.Key> among = new HashSet<>();
    wanted.forEach(document -> among.add(document.key()));
    Stream<String> missing =
        wanted.stream()
            .flatMap(document ->
                Mention.in(document.entry()).stream()
                    .filter(mention ->
                        !among.contains(mention.what()) && estate.find(mention.what()).isEmpty())
                    .map(mention ->
                        "%s, named as %s by %s"
                            .formatted(mention.what(), mention.as(), document.key())));
    return missing.limit(NAMED).toList();
  }
}
