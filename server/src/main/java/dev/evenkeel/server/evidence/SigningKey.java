package dev.evenkeel.server.evidence;

import dev.evenkeel.server.secrets.Sealing;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Auditable;
import dev.evenkeel.server.shared.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The key that signs evidence (Ed25519), one for all servers of a database, made at the first
 * start. Its private half is sealed as secrets are.
 */
@Service
public class SigningKey {
  private static final String SEALED_AS = "evidence key";

  private final JdbcClient jdbc;
  private final Sealing sealing;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transaction;
  private final Clock clock;

  SigningKey(
      JdbcClient jdbc,
      Sealing sealing,
      ApplicationEventPublisher events,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.jdbc = jdbc;
    this.sealing = sealing;
    this.events = events;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  private record Kept(byte[] open, byte[] sealed, String sealedBy) {}

  /** Makes the key, unless there is one. */
  @EventListener(ApplicationReadyEvent.class)
  void make() {
    if (kept().isPresent()) {
      return;
    }
    KeyPair pair = generated();
    transaction.executeWithoutResult(_ -> {
      int rows =
          jdbc.sql(
                  """
                  insert into evidence_key (id, public, sealed, key_id, made_at)
                  values (1, :public, :sealed, :keyId, :at) on conflict do nothing
                  """)
              .param("public", pair.getPublic().getEncoded())
              .param(
                  "sealed",
                  sealing.close(
                      SEALED_AS,
                      Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded())))
              .param("keyId", sealing.keyId())
              .param("at", clock.instant().atOffset(ZoneOffset.UTC))
              .update();
      if (rows == 1) {
        events.publishEvent(
            Auditable.by(Actor.EVENKEEL, "evidence key made", "/audit/key")
                .with("fingerprint", fingerprint(pair.getPublic().getEncoded())));
      }
    });
  }

  private Optional<Kept> kept() {
    return jdbc.sql("select public, sealed, key_id from evidence_key")
        .query((rs, n) ->
            new Kept(rs.getBytes("public"), rs.getBytes("sealed"), rs.getString("key_id")))
        .optional();
  }

  private Kept there() {
    make();
    return kept().orElseThrow();
  }

  /** The public half as PEM, as openssl reads it. */
  public String pem() {
    return "-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n"
        .formatted(Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(there().open()));
  }

  /** SHA-256 of the public half in DER. */
  public String fingerprint() {
    return fingerprint(there().open());
  }

  private static String fingerprint(byte[] key) {
    return HexFormat.of().formatHex(Sha256.of(key));
  }

  /**
   * @throws dev.evenkeel.server.shared.Refused when the private half was sealed with another key
   *     than this server's
   */
  byte[] sign(String text) {
    Kept key = there();
    try {
      byte[] secret =
          Base64.getDecoder().decode(sealing.open(SEALED_AS, key.sealed(), key.sealedBy()));
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(
          KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(secret)));
      signature.update(text.getBytes(StandardCharsets.UTF_8));
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Ed25519 must be in every Java", e);
    }
  }

  private static KeyPair generated() {
    try {
      return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Ed25519 must be in every Java", e);
    }
  }
}
