package dev.evenkeel.server.execution.action.http;

import java.io.EOFException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
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
    var says = find(broken, SSLException.class).map(Throwable::getMessage).orElse("");
    if (has(broken, CertificateExpiredException.class)) {
      return new Answer.NotSent(
          "the certificate of %s has expired; renew it".formatted(place), false);
    }
    if (has(broken, CertificateNotYetValidException.class)) {
      return new Answer.NotSent(
          "the certificate of %s is not valid yet; are the clocks right?".formatted(place), false);
    }
    if (says.contains("subject alternative") || says.contains("No name matching")) {
      return new Answer.NotSent(
          "the certificate of %s was issued for another name (%s); use the name it was issued for"
              .formatted(place, says),
          false);
    }
    if (says.contains("PKIX") || says.contains("trustAnchors")) {
      return new Answer.NotSent(
          "the certificate of %s is signed by nobody the server trusts; add its authority to the Java trust store (-Djavax.net.ssl.trustStore)"
              .formatted(place),
          false);
    }
    if (says.contains("plaintext") || says.contains("Unsupported or unrecognized")) {
      return new Answer.NotSent(
          "%s does not speak TLS; write http:// instead".formatted(place), false);
    }
    // Only before the request is sent does the handshake fail.
    return has(broken, SSLHandshakeException.class)
        ? new Answer.NotSent("TLS with %s failed: %s".formatted(place, says), false)
        : new Answer.Lost("TLS with %s broke off: %s".formatted(place, says));
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
