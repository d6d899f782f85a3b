package dev.evenkeel.server.inventory.imports;

/**
 * What became of a file.
 *
 * <pre>
 * PROPOSED --apply--> APPLIED
 *     | +--discard--> DISCARDED
 *     +--another file of its source is applied--> OUTDATED
 * </pre>
 */
public enum ImportState {
  PROPOSED,
  APPLIED,
  DISCARDED,
  OUTDATED
}
