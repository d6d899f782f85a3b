package dev.evenkeel.server.shared;

import java.util.Optional;

/** The header If-Match (RFC 9110, section 13.1.1): which edition an edit began with. */
public final class IfMatch {
  private IfMatch() {}

  /** The edition an entity tag names. */
  public static String edition(String etag) {
    return etag.replaceAll("^(W/)?\"|\"$", "");
  }

  /**
   * @param header of things whose editions are counted
   * @throws Refused when it is missing or no number
   */
  public static long version(Optional<String> header) {
    String version = edition(header.orElse(""));
    if (!version.matches("\\d{1,18}")) {
      throw new Refused(
          Refused.Kind.INVALID,
          "The header If-Match is missing or no version. Send the ETag of what the edit began with.");
    }
    return Long.parseLong(version);
  }
}
