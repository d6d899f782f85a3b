package dev.evenkeel.server.shared;

import java.security.InvalidAlgorithmParameterException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** Puts into words what went wrong with TLS, with the way out; a clause for a person. */
public final class TlsTrouble {
  private TlsTrouble() {}

  /** Whether the connection broke over it. */
  public static boolean is(Throwable broken) {
    return find(broken, SSLException.class).isPresent();
  }

  /** Whether the certificate, or that there is none, is the reason: nothing was sent then. */
  public static boolean isOfCertificate(Throwable broken) {
    return certificate("", broken).isPresent();
  }

  /**
   * @param place host and port
   */
  public static String says(String place, Throwable broken) {
    return certificate(place, broken)
        .orElseGet(() -> "TLS with %s failed: %s".formatted(place, message(broken)));
  }

  private static Optional<String> certificate(String place, Throwable broken) {
    String says = message(broken);
    if (find(broken, CertificateExpiredException.class).isPresent()) {
      return Optional.of("the certificate of %s has expired; renew it".formatted(place));
    }
    if (find(broken, CertificateNotYetValidException.class).isPresent()) {
      return Optional.of(
          "the certificate of %s is not valid yet; are the clocks right?".formatted(place));
    }
    if (says.contains("subject alternative") || says.contains("No name matching")) {
      return Optional.of(
          "the certificate of %s was issued for another name (%s); use the name it was issued for"
              .formatted(place, says));
    }
    if (find(broken, InvalidAlgorithmParameterException.class).isPresent()) { // no trust anchors
      return Optional.of(
          "nobody vouches for %s: the Java trust store is empty, or cannot be read without its password (-Djavax.net.ssl.trustStorePassword)"
              .formatted(place));
    }
    if (says.contains("PKIX")) {
      return Optional.of(
          "the certificate of %s is signed by nobody the server trusts; add its authority to the Java trust store (-Djavax.net.ssl.trustStore)"
              .formatted(place));
    }
    return says.contains("plaintext") || says.contains("Unsupported or unrecognized")
        ? Optional.of("%s does not speak TLS; write http:// instead".formatted(place))
        : Optional.empty();
  }

  private static String message(Throwable broken) {
    return find(broken, SSLException.class).map(Throwable::getMessage).orElseGet(broken::toString);
  }

  private static <T extends Throwable> Optional<T> find(Throwable broken, Class<T> kind) {
    for (Throwable one = broken; one != null; one = one.getCause()) {
      if (kind.isInstance(one)) {
        return Optional.of(kind.cast(one));
      }
    }
    return Optional.empty();
  }
}
