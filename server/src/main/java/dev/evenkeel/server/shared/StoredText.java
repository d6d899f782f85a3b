package dev.evenkeel.server.shared;

/** Text as the database can keep it. What programs and servers answer may hold anything. */
public final class StoredText {
  private StoredText() {}

  /** PostgreSQL has no place for the character NUL, neither in text nor in JSON. */
  public static String of(String text) {
    return text.replace('\0', '\uFFFD');
  }
}
