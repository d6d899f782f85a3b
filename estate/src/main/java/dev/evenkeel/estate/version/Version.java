package dev.evenkeel.estate.version;

import java.util.List;
import java.util.Optional;

/**
 * A version in the scheme of its ecosystem. Versions written differently may have the same place in
 * the order ({@code 10} and {@code 10.0}): they compare as 0 and are not equal.
 */
public final class Version implements Comparable<Version> {
  /** Longer than any version anybody gave; what is longer is something else. */
  private static final int LONGEST = 256;

  private final VersionScheme scheme;
  private final String text;
  private final Order order;

  private Version(VersionScheme scheme, String text, Order order) {
    this.scheme = scheme;
    this.text = text;
    this.order = order;
  }

  /** Empty when the text is no version of the scheme. */
  public static Optional<Version> of(VersionScheme scheme, String text) {
    var plain = text.strip();
    if (plain.isEmpty() || plain.length() > LONGEST) {
      return Optional.empty();
    }
    return scheme.order(plain).map(order -> new Version(scheme, plain, order));
  }

  /** A version of a product, which has no rules but those of common use. */
  public static Optional<Version> ofProduct(String text) {
    return of(VersionScheme.LOOSE, text);
  }

  public VersionScheme scheme() {
    return scheme;
  }

  /** The numbers of the release as digits without leading zeros, the most significant first. */
  public List<String> numbers() {
    return order.numbers();
  }

  /** Whether it comes before the release of these numbers. */
  public boolean preRelease() {
    return order.preRelease();
  }

  String epoch() {
    return order.epoch();
  }

  /**
   * @throws IllegalArgumentException when the other one is of another scheme: they have no common
   *     order
   */
  @Override
  public int compareTo(Version other) {
    if (scheme != other.scheme) {
      throw new IllegalArgumentException(
          "%s (%s) and %s (%s) have no common order"
              .formatted(text, scheme, other.text, other.scheme));
    }
    return order.compareTo(other.order);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Version version
        && scheme == version.scheme
        && text.equals(version.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** As it was written. */
  @Override
  public String toString() {
    return text;
  }
}
