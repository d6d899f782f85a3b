package dev.evenkeel.server.comms;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Addresses of single persons, for those who may know that somebody was told, but not where. */
public final class Masked {
  private Masked() {}

  /** What stands before the @ is nobody's business. */
  public static String address(String address) {
    return "•••" + address.substring(Math.max(0, address.lastIndexOf('@')));
  }

  /** Where a channel leads: those of e-mail as above, of a webhook its server alone. */
  public static String of(ChannelTerms terms) {
    return terms.kind() == ChannelKind.SMTP
        ? Arrays.stream(terms.address().split(","))
            .map(String::strip)
            .filter(one -> !one.isEmpty())
            .map(Masked::address)
            .collect(Collectors.joining(", "))
        : webhook(terms.address());
  }

  /** Its server alone: the rest is often a secret. */
  static String webhook(String address) {
    return address.replaceAll("^(https?://)(?:[^/?#]*@)?([^/?#]*).*$", "$1$2/…");
  }

  /** The same wherever it stands in a text. */
  public static String within(String text, String address) {
    return text.replace(address, address(address));
  }
}
