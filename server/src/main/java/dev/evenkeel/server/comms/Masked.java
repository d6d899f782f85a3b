package dev.evenkeel.server.comms;

/** Addresses of single persons, for those who may know that somebody was told, but not where. */
public final class Masked {
  private Masked() {}

  /** What stands before the @ is nobody's business. */
  public static String address(String address) {
    return "•••" + address.substring(Math.max(0, address.lastIndexOf('@')));
  }

  /** The same wherever it stands in a text. */
  public static String within(String text, String address) {
    return text.replace(address, address(address));
  }
}
