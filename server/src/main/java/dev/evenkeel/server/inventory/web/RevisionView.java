package dev.evenkeel.server.inventory.web;

import dev.evenkeel.server.inventory.ChangeNote;
import dev.evenkeel.server.inventory.Revision;
import java.util.Map;
import java.util.Optional;

/**
 * What a document was after a change.
 *
 * @param document empty when it was removed
 */
record RevisionView(int revision, ChangeNote change, Optional<Map<String, Object>> document) {
  static RevisionView of(Revision revision) {
    return new RevisionView(
        revision.number(),
        revision.change(),
        revision.document().map(document -> document.fields()));
  }
}
