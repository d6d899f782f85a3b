package dev.evenkeel.optimiser.search;

/**
 * Something that upgrades share, of which there is only so much in a slot.
 *
 * @param kind what it is
 * @param name of the resource, system or group
 * @param limit how much there is in each slot; not to be changed
 */
record Row(Kind kind, String name, int[] limit) {
  enum Kind {
    RESOURCE,
    SYSTEM,
    GROUP,
    /** Follows from a resource because amounts are whole numbers; makes a bound sharper. */
    IMPLIED
  }
}
