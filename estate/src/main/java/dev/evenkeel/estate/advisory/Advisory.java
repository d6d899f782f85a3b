package dev.evenkeel.estate.advisory;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one source says of one vulnerability.
 *
 * @param id the same when the source says more of it later
 * @param aliases under which others know the same vulnerability
 * @param modified when the source last changed it; empty when the source does not keep it
 * @param withdrawn since when the source holds it for an error
 * @param affected what is affected in which versions
 * @param statements what somebody who knows says of a product, whatever ranges say
 * @param source who says it
 * @param url where to read more
 */
public record Advisory(
    String id,
    List<String> aliases,
    String summary,
    Optional<Severity> severity,
    Optional<Instant> published,
    Optional<Instant> modified,
    Optional<Instant> withdrawn,
    List<Affected> affected,
    List<Statement> statements,
    String source,
    Optional<String> url) {

  public Advisory {
    aliases = List.copyOf(aliases);
    affected = List.copyOf(affected);
    statements = List.copyOf(statements);
  }

  public boolean counts() {
    return withdrawn.isEmpty();
  }
}
