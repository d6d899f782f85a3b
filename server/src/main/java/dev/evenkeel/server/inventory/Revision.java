package dev.evenkeel.server.inventory;

import dev.evenkeel.estate.Document;
import java.util.Optional;

/**
 * A document as it was after a change.
 *
 * @param number counts from 1 for each document
 * @param document empty when it was removed
 */
public record Revision(
    Document.Key key, int number, ChangeNote change, Optional<Document> document) {}
