package dev.evenkeel.estate.imports;

/**
 * Something of a file that is not brought into the estate.
 *
 * @param what is left out, such as {@code the device 'sw-1'}
 * @param why a sentence
 * @param wayOut what to do about it, a sentence
 */
public record Rejected(Extent extent, Place place, String what, String why, String wayOut) {

  /** How much is left out. */
  public enum Extent {
    /** The whole file. */
    FILE,
    /** One thing of the file. */
    ROW,
    /** One value of a thing that is brought all the same. */
    VALUE
  }
}
