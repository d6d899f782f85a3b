package dev.evenkeel.server.identity;

import dev.evenkeel.server.shared.Rights;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What may be shown of an API token. */
public record Token(
    UUID id,
    String name,
    Rights rights,
    Instant createdAt,
    String createdBy,
    Optional<Instant> expiresAt,
    Optional<Instant> lastUsedAt) {

  /**
   * A token just made.
   *
   * @param text what its holder sends; shown now and never again
   */
  public record Issued(Token token, String text) {
    @Override
    public String toString() {
      return "Issued[%s]".formatted(token);
    }
  }

  public boolean expired(Instant now) {
    return expiresAt.isPresent() && !expiresAt.get().isAfter(now);
  }
}
