package dev.evenkeel.server.execution.action.waiting;

import dev.evenkeel.server.execution.action.Observation;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;

/** Looks whether somebody accepts connections. */
final class TcpLook {
  private static final Pattern PLACE = Pattern.compile("\\[?([^\\[\\]]+?)]?:(\\d{1,5})");
  private static final Duration LONGEST = Duration.ofSeconds(5);

  private TcpLook() {}

  static Observation at(String place, Duration within) {
    var parts = PLACE.matcher(place);
    if (!parts.matches() || Integer.parseInt(parts.group(2)) > 65_535) {
      return new Observation.Unknown(
          "'%s' is no place to connect to; write host:port".formatted(place));
    }
    var address = new InetSocketAddress(parts.group(1), Integer.parseInt(parts.group(2)));
    if (address.isUnresolved()) {
      return new Observation.Unknown("the name '%s' cannot be resolved".formatted(parts.group(1)));
    }
    var limit = within.compareTo(LONGEST) < 0 ? within : LONGEST;
    try (var socket = new Socket()) {
      socket.connect(address, Math.toIntExact(Math.max(1, limit.toMillis())));
      return new Observation.Holds(Map.of());
    } catch (ConnectException e) {
      return new Observation.HoldsNot("connection refused by " + place);
    } catch (SocketTimeoutException e) {
      return new Observation.HoldsNot(
          "no connection to %s within %d s".formatted(place, limit.toSeconds()));
    } catch (IOException e) {
      return new Observation.HoldsNot("no connection to %s: %s".formatted(place, e.getMessage()));
    }
  }
}
