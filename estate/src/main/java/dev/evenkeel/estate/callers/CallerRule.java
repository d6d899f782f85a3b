package dev.evenkeel.estate.callers;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;

/**
 * What a person said a mark stands for.
 *
 * @param pattern an address or a network such as {@code 10.0.3.0/24} for addresses; otherwise a
 *     name, with {@code *} at its beginning or end for any letters
 * @param system the system; empty for what is known and is none, such as people's browsers
 */
public record CallerRule(Mark.Kind kind, String pattern, Optional<String> system) {

  public CallerRule {
    pattern = pattern.strip();
  }

  /** Why it cannot be used, in a sentence. */
  public Optional<String> wrong() {
    if (pattern.isEmpty() || pattern.length() > 200) {
      return Optional.of("Say which %s is meant.".formatted(kind.word()));
    }
    return kind == Mark.Kind.ADDRESS && network().isEmpty()
        ? Optional.of(
            "'%s' is neither an address nor a network such as 10.0.3.0/24.".formatted(pattern))
        : Optional.empty();
  }

  boolean fits(Mark mark) {
    if (mark.kind() != kind) {
      return false;
    }
    return kind == Mark.Kind.ADDRESS
        ? network().filter(network -> network.holds(mark.value())).isPresent()
        : fitsName(pattern.toLowerCase(Locale.ROOT), mark.value().toLowerCase(Locale.ROOT));
  }

  private static boolean fitsName(String pattern, String name) {
    if (pattern.startsWith("*") && pattern.endsWith("*") && pattern.length() > 1) {
      return name.contains(pattern.substring(1, pattern.length() - 1));
    }
    return pattern.startsWith("*")
        ? name.endsWith(pattern.substring(1))
        : pattern.endsWith("*")
            ? name.startsWith(pattern.substring(0, pattern.length() - 1))
            : name.equals(pattern);
  }

  private record Network(BigInteger first, int free, int bits) {
    boolean holds(String address) {
      return bytes(address)
          .filter(bytes -> bytes.length * 8 == bits)
          .map(bytes -> new BigInteger(1, bytes).shiftRight(free).equals(first))
          .orElse(false);
    }
  }

  /** The narrower, the more it says. */
  int width() {
    return kind == Mark.Kind.ADDRESS ? network().map(Network::free).orElse(128) : 0;
  }

  private Optional<Network> network() {
    String[] parts = pattern.split("/", 2);
    Optional<byte[]> address = bytes(parts[0]);
    if (address.isEmpty()) {
      return Optional.empty();
    }
    int bits = address.get().length * 8;
    int fixed = bits;
    if (parts.length == 2) {
      if (!parts[1].matches("\\d{1,3}") || Integer.parseInt(parts[1]) > bits) {
        return Optional.empty();
      }
      fixed = Integer.parseInt(parts[1]);
    }
    int free = bits - fixed;
    return Optional.of(new Network(new BigInteger(1, address.get()).shiftRight(free), free, bits));
  }

  /** Of an address as digits: names are not looked up. */
  private static Optional<byte[]> bytes(String text) {
    if (!Party.isAddress(text)) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.ofLiteral(text).getAddress());
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
