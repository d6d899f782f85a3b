package dev.evenkeel.server.inventory;

import dev.evenkeel.estate.Estate;

/**
 * The estate at one moment.
 *
 * @param change the last change that is in it; 0 when there was none
 */
public record Snapshot(long change, Estate estate) {
  static final Snapshot NONE = new Snapshot(0, Estate.EMPTY);
}
