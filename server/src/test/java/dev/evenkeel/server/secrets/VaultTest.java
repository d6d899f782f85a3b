package dev.evenkeel.server.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.evenkeel.server.database.TestDatabase;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Refused;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class VaultTest {
  @RegisterExtension static final TestDatabase database = TestDatabase.migrated();
  private static final Instant NOW = Instant.parse("2026-03-01T02:00:00Z");
  private static final Actor ANN = Actor.person("ann");

  private final Vault store = storeWithKey(1);

  @BeforeEach
  void empty() {
    database.jdbc().sql("delete from secret").update();
  }

  @Test
  void gives_back_what_was_put() {
    store.put("db-password", "pässword1", ANN);
    assertThat(store.open("db-password")).contains("pässword1");
    assertThat(store.open("other")).isEmpty();
  }

  @Test
  void lists_names_with_who_and_when_but_never_values() {
    store.put("db-password", "password1", ANN);
    assertThat(store.list()).containsExactly(new Vault.Listed("db-password", NOW, "ann"));
  }

  @Test
  void keeps_nothing_readable_in_the_database() {
    store.put("db-password", "password1", ANN);
    var sealed = sealed("db-password");
    assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("password1");
    store.put("db-password", "password1", ANN);
    assertThat(sealed("db-password")).as("the nonce is new every time").isNotEqualTo(sealed);
  }

  @Test
  void does_not_open_what_was_changed_behind_its_back() {
    store.put("a-secret", "password1", ANN);
    store.put("b-secret", "password2", ANN);
    database
        .jdbc()
        .sql("update secret set sealed = :s where name = 'a-secret'")
        .param("s", sealed("b-secret"))
        .update();
    assertThatThrownBy(() -> store.open("a-secret"))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("changed in the database");
  }

  @Test
  void says_which_key_is_missing() {
    store.put("db-password", "password1", ANN);
    assertThatThrownBy(() -> storeWithKey(2).open("db-password"))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("sealed with key " + new Seal(key(1)).keyId())
        .hasMessageContaining("EVENKEEL_SECRET_KEY");
  }

  @Test
  void refuses_names_and_values_it_could_not_keep_well() {
    assertThatThrownBy(() -> store.put("a name", "password1", ANN))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("'a name'");
    assertThatThrownBy(() -> store.put("pin", "123", ANN))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("3 characters");
    assertThatThrownBy(() -> store.delete("none"))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("no secret 'none'");
  }

  private byte[] sealed(String name) {
    return database
        .jdbc()
        .sql("select sealed from secret where name = :name")
        .param("name", name)
        .query((row, number) -> row.getBytes(1))
        .single();
  }

  private static Vault storeWithKey(int number) {
    return new Vault(
        database.jdbc(), new Seal(key(number)), _ -> {}, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private static byte[] key(int fill) {
    var key = new byte[Seal.KEY_BYTES];
    Arrays.fill(key, (byte) fill);
    return key;
  }
}
