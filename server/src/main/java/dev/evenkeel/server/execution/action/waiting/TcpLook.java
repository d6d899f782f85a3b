package dev.evenkeel.server.execution.action.waiting;

import dev.evenkeel.server.execution.action.Observation;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;

/** Whether something accepts connections. */
final class TcpLook {
  private static final Duration LONGEST = Duration.ofSeconds(5);

  private TcpLook() {}

  /**
   * @param address host:port, an IPv6 host in brackets
   */
  static Observation at(String address, Duration within) {
    int colon = address.lastIndexOf(':');
    String host = address.substring(0, Math.max(colon, 0)).replaceAll("^\\[|]$", "");
    String port = address.substring(colon + 1);
    if (host.isEmpty() || !port.matches("\\d{1,5}") || Integer.parseInt(port) > 65_535) {
      return new Observation.Unknown(
          "'%s' is no address: write host:port, such as 127.0.0.1:5432".formatted(address));
    }
    Duration limit = within.compareTo(LONGEST) < 0 ? within : LONGEST;
    try (Socket socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(host, Integer.parseInt(port)), (int) Math.max(1, limit.toMillis()));
      return new Observation.Holds(Map.of());
    } catch (IOException refused) {
      return new Observation.HoldsNot(
          "%s accepts no connection: %s".formatted(address, refused.getMessage()));
    }
  }
}
