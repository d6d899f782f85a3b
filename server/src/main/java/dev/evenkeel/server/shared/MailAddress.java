package dev.evenkeel.server.shared;

import java.util.regex.Pattern;

/** The e-mail address of one person, as every mail server takes it. */
public final class MailAddress {
  public static final int LONGEST = 254;

  private static final Pattern LINE_BREAK = Pattern.compile("[\\r\\n]");
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
  private static final Pattern LETTERS =
      Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
  private static final Pattern HOST =
      Pattern.compile(
          "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
              + "(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*");
  private static final int LONGEST_BEFORE_AT = 64;

  private MailAddress() {}

  /**
   * As it is kept.
   *
   * @throws Refused when it is not one address
   */
  public static String of(String typed) {
    String address = typed.strip();
    if (LINE_BREAK.matcher(address).find()) {
      throw refused("An e-mail address is one line, and there is a line break in this one.");
    }
    if (CONTROL.matcher(address).find()) {
      throw refused("There is a character in this e-mail address that cannot be seen.");
    }
    if (address.length() > LONGEST) {
      throw refused(
          "This e-mail address has %d characters; no mail server takes more than %d."
              .formatted(address.length(), LONGEST));
    }
    int at = address.indexOf('@');
    if (address.matches(".*[,;].*") || at != address.lastIndexOf('@')) {
      throw refused("'%s' is more than one e-mail address.".formatted(address));
    }
    if (address.matches(".*[<>].*")) {
      throw refused("'%s' has a name around the e-mail address.".formatted(address));
    }
    if (at < 1
        || at > LONGEST_BEFORE_AT
        || !LETTERS.matcher(address.substring(0, at)).matches()
        || !HOST.matcher(address.substring(at + 1)).matches()) {
      throw refused("'%s' is no e-mail address.".formatted(address));
    }
    return address;
  }

  private static Refused refused(String says) {
    return new Refused(
        Refused.Kind.INVALID, says + " Write one address alone, such as ann@example.org.");
  }
}
