package dev.evenkeel.server.approval;

/**
 * The process that an upgrade follows: a version of a template.
 *
 * @param digest SHA-256 of its text
 */
public record ProcessEdition(String template, int version, String digest) {
  private static final int SHOWN = 16;

  /** As it is signed. */
  String signed() {
    return "%s %d %s".formatted(template, version, digest);
  }

  /** The name of the template in what was signed. */
  static String templateOf(String signed) {
    return signed.substring(0, signed.indexOf(' '));
  }

  /** For people. */
  public String words() {
    return "version %d (SHA-256 %s…)".formatted(version, digest.substring(0, SHOWN));
  }
}
