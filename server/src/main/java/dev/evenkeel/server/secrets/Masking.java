package dev.evenkeel.server.secrets;

import java.util.Collection;
import java.util.List;

/** Hides secrets in texts. */
public record Masking(List<String> secrets) {
  private static final String HIDDEN = "•••";

  public Masking {
    secrets = List.copyOf(secrets);
  }

  public static Masking of(Collection<String> secrets) {
    return new Masking(List.copyOf(secrets));
  }

  /** The text with every secret replaced. */
  public String mask(String text) {
    String masked = text;
    for (String secret : secrets) {
      masked = secret.isEmpty() ? masked : masked.replace(secret, HIDDEN);
    }
    return masked;
  }
}
