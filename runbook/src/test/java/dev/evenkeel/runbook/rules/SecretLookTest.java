package dev.evenkeel.runbook.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretLookTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "password",
        "DB_PASSWORD",
        "apiKey",
        "api-key",
        "PGPASSWD",
        "authToken",
        "client_secret",
        "Authorization",
        "Cookie",
        "AWS_SECRET_ACCESS_KEY"
      })
  void knows_names_of_secrets(String name) {
    assertThat(SecretLook.isNameOfSecret(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "passwordFile",
        "tokenPath",
        "secretName",
        "user",
        "key",
        "bypass",
        "cookies_enabled"
      })
  void leaves_other_names_alone(String name) {
    assertThat(SecretLook.isNameOfSecret(name)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--password", "--db-password", "-token", "--api-key"})
  void knows_options_before_secrets(String option) {
    assertThat(SecretLook.isOptionForSecret(option)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"password", "--password-file", "--tokens", "--user", "passwd"})
  void leaves_other_words_alone(String word) {
    assertThat(SecretLook.isOptionForSecret(word)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgres://app:hush@db/app",
        "jdbc:mysql://db/app?user=a&password=hush",
        "jdbc:sqlserver://db;user=a;password=hush;",
        "--token=hush",
        "-----BEGIN OPENSSH PRIVATE KEY-----",
      })
  void knows_secrets_by_their_look(String value) {
    assertThat(SecretLook.ofValue(value)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgres://app@db/app",
        "postgres://app:${secrets.db}@db/app",
        "jdbc:mysql://db/app?user=a&password=${secrets.db}",
        "http://127.0.0.1:8080/",
        "http://host:80/mail@example",
        "--token=${secrets.t}",
        "secrets are good",
      })
  void leaves_other_values_alone(String value) {
    assertThat(SecretLook.ofValue(value)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "${secrets.db}", "/run/secrets/db", "$DB_PASSWORD", "true"})
  void does_not_take_a_reference_for_the_thing_itself(String value) {
    assertThat(SecretLook.isWrittenOut(value)).isFalse();
  }
}
