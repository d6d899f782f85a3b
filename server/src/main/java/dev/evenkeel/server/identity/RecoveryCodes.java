package dev.evenkeel.server.identity;

import dev.evenkeel.server.shared.Sha256;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What somebody signs in with whose authenticator program is lost: ten codes, each good once. Only
 * their digests are kept; 80 random bits need no salt.
 */
@Repository
class RecoveryCodes {
  static final int HOW_MANY = 10;
  private static final int BYTES = 10;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final JdbcClient jdbc;

  RecoveryCodes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Instead of those that were left. */
  List<String> replace(String person) {
    jdbc.sql("delete from identity_recovery_code where person = :person")
        .param("person", person)
        .update();
    var codes = Stream.generate(RecoveryCodes::random).limit(HOW_MANY).toList();
    for (String code : codes) {
      jdbc.sql("insert into identity_recovery_code (person, sha256) values (:person, :sha256)")
          .param("person", person)
          .param("sha256", digest(code))
          .update();
    }
    return codes;
  }

  /** Uses it up; false when it is none, or was used already. */
  boolean spend(String person, String code) {
    return jdbc.sql(
                "delete from identity_recovery_code where person = :person and sha256 = :sha256")
            .param("person", person)
            .param("sha256", digest(code))
            .update()
        == 1;
  }

  int left(String person) {
    return jdbc.sql("select count(*) from identity_recovery_code where person = :person")
        .param("person", person)
        .query(Integer.class)
        .single();
  }

  private static String random() {
    var bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return Totp.base32(bytes).toLowerCase(Locale.ROOT).replaceAll("(.{4})(?=.)", "$1-");
  }

  private static byte[] digest(String code) {
    return Sha256.of(code.toLowerCase(Locale.ROOT).replaceAll("[^a-z2-7]", ""));
  }
}
