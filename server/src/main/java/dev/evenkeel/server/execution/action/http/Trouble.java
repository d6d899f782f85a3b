package dev.evenkeel.server.execution.action.http;

import dev.evenkeel.server.shared.TlsTrouble;
import java.io.EOFException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;

/** Puts what went wrong on the network into words, with the way out. */
final class Trouble {
  private Trouble() {}

  static Answer with(URI uri, Duration within, Throwable broken) {
    var place = place(uri);
    if (has(broken, UnresolvedAddressException.class) || has(broken, UnknownHostException.class)) {
      return new Answer.NotSent(
          "the name '%s' cannot be resolved; correct it, or the name service of the server's machine"
              .formatted(uri.getHost()),
          false);
    }
    if (has(broken, HttpConnectTimeoutException.class)) {
      return new Answer.NotSent(
          "no connection to %s within %s; is it up, and does a firewall let the server's machine through?"
              .formatted(place, spoken(within)),
          false);
    }
    if (has(broken, NoRouteToHostException.class)) {
      return new Answer.NotSent("there is no way through the network to " + place, false);
    }
    if (has(broken, ConnectException.class)) {
      return new Answer.NotSent("connection refused by %s".formatted(place), true);
    }
    if (has(broken, SSLException.class)) {
      return tls(place, broken);
    }
    return lost(place, within, broken);
  }

  private static Answer tls(String place, Throwable broken) {
    // Only before the request is sent does the handshake fail, or a certificate not please.
    boolean notSent =
        TlsTrouble.isOfCertificate(broken) || has(broken, SSLHandshakeException.class);
    String says = TlsTrouble.says(place, broken);
    return notSent ? new Answer.NotSent(says, false) : new Answer.Lost(says);
  }

  private static Answer lost(String place, Duration within, Throwable broken) {
    if (has(broken, HttpTimeoutException.class) || has(broken, TimeoutException.class)) {
      return new Answer.Lost("no answer from %s within %s".formatted(place, spoken(within)));
    }
    if (has(broken, EOFException.class)) {
      return new Answer.Lost("%s closed the connection without an answer".formatted(place));
    }
    var cause = deepest(broken);
    return new Answer.Lost(
        "the connection to %s broke: %s"
            .formatted(place, cause.getMessage() == null ? cause.toString() : cause.getMessage()));
  }

  private static String place(URI uri) {
    int port =
        uri.getPort() >= 0 ? uri.getPort() : "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
    return uri.getHost() + ":" + port;
  }

  private static String spoken(Duration time) {
    return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
  }

  private static boolean has(Throwable broken, Class<? extends Throwable> kind) {
    return find(broken, kind).isPresent();
  }

  private static <T extends Throwable> Optional<T> find(Throwable broken, Class<T> kind) {
    for (Throwable one = broken; one != null; one = one.getCause()) {
      if (kind.isInstance(one)) {
        return Optional.of(kind.cast(one));
      }
    }
    return Optional.empty();
  }

  private static Throwable deepest(Throwable broken) {
    Throwable cause = broken;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }
}
