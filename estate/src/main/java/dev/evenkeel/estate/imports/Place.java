package dev.evenkeel.estate.imports;

/**
 * Where something stood.
 *
 * @param file its name
 * @param at inside of it, such as {@code line 12}; empty for the file as a whole
 */
public record Place(String file, String at) {

  static Place line(String file, long line) {
    return new Place(file, "line " + line);
  }

  /** A part of what stands here, such as a column. */
  Place in(String part) {
    return new Place(file, at.isEmpty() ? part : at + ", " + part);
  }

  @Override
  public String toString() {
    return at.isEmpty() ? file : file + ", " + at;
  }
}
