package dev.evenkeel.server.secrets;

import dev.evenkeel.server.shared.DataFolder;
import dev.evenkeel.server.shared.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The key secrets are sealed with: given, or kept in the data folder. */
@Configuration(proxyBeanMethods = false)
class SecretsConfiguration {
  private static final String FILE = "secret.key";

  @Bean
  Seal seal(
      @Value("${evenkeel.secret-key:${EVENKEEL_SECRET_KEY:}}") String given, DataFolder folder) {
    return given.isBlank()
        ? new Seal(KeyText.decoded(kept(folder), folder.file(FILE).toString()))
        : new Seal(KeyText.decoded(given, KeyText.VARIABLE));
  }

  private static String kept(DataFolder folder) {
    var file = folder.file(FILE);
    if (!Files.exists(file)) {
      var key = new byte[Seal.KEY_BYTES];
      new SecureRandom().nextBytes(key);
      folder.write(FILE, Base64.getEncoder().encodeToString(key));
    }
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new StartRefused(
          "The key of the secrets, %s, cannot be read: %s.".formatted(file, e),
          "Give the file to the user who starts Evenkeel, or set EVENKEEL_SECRET_KEY.",
          e);
    }
  }
}
