package dev.evenkeel.server.shared;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * An address as everybody may see it: without who signs in there, and without values of a query.
 */
public final class ShownAddress {
  private static final String HIDDEN = "***";

  private ShownAddress() {}

  /** Of text too that is no address: it may be one that was typed wrongly. */
  public static String of(String address) {
    String plain = address.replaceFirst("#.*", "");
    int query = plain.indexOf('?');
    String place = (query < 0 ? plain : plain.substring(0, query)).replaceFirst("//[^/]*@", "//");
    return query < 0
        ? place
        : place
            + "?"
            + Arrays.stream(plain.substring(query + 1).split("&"))
                .map(ShownAddress::hidden)
                .collect(Collectors.joining("&"));
  }

  private static String hidden(String part) {
    int value = part.indexOf('=');
    return value < 0 ? HIDDEN : part.substring(0, value + 1) + HIDDEN;
  }
}
