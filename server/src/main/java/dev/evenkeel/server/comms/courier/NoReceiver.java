package dev.evenkeel.server.comms.courier;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Addresses that nothing is sent to. Receivers may be inside, as chat servers are; where clouds
 * keep their credentials none is.
 */
public final class NoReceiver {
  private static final Set<String> NAMES =
      Set.of("metadata", "metadata.google.internal", "metadata.goog", "instance-data");

  /** Where clouds answer outside of the link-local ranges. */
  private static final Set<String> PLACES =
      Set.of("fd00:ec2:0:0:0:0:0:254", "fd20:ce:0:0:0:0:0:254", "100.100.100.200", "168.63.129.16");

  private NoReceiver() {}

  /** Why nothing is sent there, as far as is known without asking a name service. */
  public static Optional<String> why(URI place) {
    String host = String.valueOf(place.getHost()).toLowerCase(Locale.ROOT);
    String plain = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    if (NAMES.contains(plain)) {
      return Optional.of(says(place));
    }
    try {
      return plain.matches("[0-9.]+|\\[.*]") ? judged(place, plain) : Optional.empty();
    } catch (UnknownHostException none) {
      return Optional.of("'%s' is no address of a host.".formatted(place.getHost()));
    }
  }

  /**
   * The same, also by what its name stands for.
   *
   * @throws UnknownHostException when nobody knows the name
   */
  public static Optional<String> whyOfName(URI place) throws UnknownHostException {
    Optional<String> known = why(place);
    return known.isPresent() ? known : judged(place, place.getHost());
  }

  private static Optional<String> judged(URI place, String host) throws UnknownHostException {
    return Arrays.stream(InetAddress.getAllByName(host)).anyMatch(NoReceiver::isForbidden)
        ? Optional.of(says(place))
        : Optional.empty();
  }

  private static String says(URI place) {
    return "%s is a link-local address or one where a cloud keeps credentials; no receiver is there. Name another one."
        .formatted(place.getHost());
  }

  private static boolean isForbidden(InetAddress address) {
    return address.isLinkLocalAddress()
        || address.isMulticastAddress()
        || address.isAnyLocalAddress()
        || PLACES.contains(address.getHostAddress().replaceFirst("%.*", ""))
        || address instanceof Inet6Address six && isWrapped(six);
  }

  /** An address of IPv4 in one of NAT64: the last four bytes are what counts. */
  private static boolean isWrapped(Inet6Address six) {
    byte[] bytes = six.getAddress();
    boolean nat64 =
        bytes[0] == 0 && bytes[1] == 0x64 && (bytes[2] & 0xff) == 0xff && (bytes[3] & 0xff) == 0x9b;
    try {
      return nat64 && isForbidden(InetAddress.getByAddress(Arrays.copyOfRange(bytes, 12, 16)));
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException("four bytes are an address", impossible);
    }
  }
}
