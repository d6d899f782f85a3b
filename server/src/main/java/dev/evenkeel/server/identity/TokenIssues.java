package dev.evenkeel.server.identity;

import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.PeopleBehind;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who issued which token. It stays when a token is taken back: what was done with it stays, too. Of
 * a name that was given twice both issuers stand behind it.
 */
@Component
class TokenIssues implements PeopleBehind {
  private final JdbcClient jdbc;

  TokenIssues(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void note(String token, Actor by, Instant at) {
    jdbc.sql(
            """
            insert into identity_token_issue (token, by_kind, by, at) values (:token, :kind, :by, :at)
            on conflict do nothing
            """)
        .param("token", token)
        .param("kind", by.kind().name())
        .param("by", by.name())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  @Override
  public Set<String> of(Actor actor) {
    return switch (actor.kind()) {
      case PERSON -> Set.of(actor.name());
      case TOKEN -> issuers(actor.name());
      case SYSTEM -> Set.of();
    };
  }

  /** A token may have been issued with another one. */
  private Set<String> issuers(String token) {
    return new HashSet<>(
        jdbc.sql(
                """
                with recursive chain (by_kind, by) as (
                  select by_kind, by from identity_token_issue where token = :token
                  union
                  select issue.by_kind, issue.by from identity_token_issue as issue
                  join chain on chain.by_kind = 'TOKEN' and chain.by = issue.token)
                select by from chain where by_kind = 'PERSON'
                """)
            .param("token", token)
            .query(String.class)
            .list());
  }
}
