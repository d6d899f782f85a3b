package dev.evenkeel.server.health.store;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Names of users that tell them apart and tell nobody who they are: a hash with a key that never
 * leaves this installation.
 */
@Repository
public class Pseudonyms {
  private static final String HMAC = "HmacSHA256";

  /** So many bytes keep a million users apart. */
  private static final int LENGTH = 6;

  private final JdbcClient jdbc;
  private volatile Optional<String> read = Optional.empty();

  Pseudonyms(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public String of(String user) {
    try {
      var mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key().getBytes(StandardCharsets.UTF_8), HMAC));
      var hash = mac.doFinal(user.getBytes(StandardCharsets.UTF_8));
      return "u-" + HexFormat.of().formatHex(hash, 0, LENGTH);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has " + HMAC, e);
    }
  }

  private String key() {
    var key =
        read.orElseGet(
            () -> jdbc.sql("select key from health_pseudonym").query(String.class).single());
    read = Optional.of(key);
    return key;
  }
}
