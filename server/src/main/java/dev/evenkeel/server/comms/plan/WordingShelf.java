package dev.evenkeel.server.comms.plan;

import static java.time.ZoneOffset.UTC;

import dev.evenkeel.server.comms.draft.Language;
import dev.evenkeel.server.comms.draft.Occasion;
import dev.evenkeel.server.comms.draft.Wording;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Auditable;
import dev.evenkeel.server.shared.Refused;
import dev.evenkeel.server.shared.Sha256;
import java.time.Clock;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The wordings of this installation: the shipped ones, and those people put in their place. */
@Service
public class WordingShelf {
  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  WordingShelf(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
    this.jdbc = jdbc;
    this.events = events;
    this.clock = clock;
  }

  /**
   * @param version 0 for the shipped one
   */
  public record Shelved(Occasion occasion, Language language, String text, long version) {
    public boolean isShipped() {
      return version == 0;
    }
  }

  public Shelved get(Occasion occasion, Language language) {
    return jdbc.sql(
            "select text, version from comms_wording where occasion = :occasion and language = :language")
        .param("occasion", occasion.name())
        .param("language", language.name())
        .query((row, n) ->
            new Shelved(occasion, language, row.getString("text"), row.getLong("version")))
        .optional()
        .orElseGet(() -> new Shelved(occasion, language, Wording.shipped(occasion, language), 0));
  }

  /** That of a message of a plan, else of this installation, else the shipped one. */
  public Wording of(Occasion occasion, Language language, Optional<String> own) {
    return Wording.of(own.orElseGet(() -> get(occasion, language).text()));
  }

  /**
   * Puts one in place of the shipped one, or takes that back.
   *
   * @param text empty to take it back
   */
  @Transactional
  public void keep(
      Occasion occasion, Language language, Optional<String> text, long seen, Actor actor) {
    text.ifPresent(WordingShelf::require);
    int rows =
        text.isPresent()
            ? jdbc.sql(
                    """
                    insert into comms_wording (occasion, language, text, version, changed_at, changed_by)
                    select :occasion, :language, :text, 1, :now, :by where :seen = 0
                    on conflict do nothing
                    """)
                .param("occasion", occasion.name())
                .param("language", language.name())
                .param("text", text.get())
                .param("seen", seen)
                .param("now", clock.instant().atOffset(UTC))
                .param("by", actor.name())
                .update()
            : 0;
    if (rows == 0) {
      rows =
          jdbc.sql(
                  text.isPresent()
                      ? """
                      update comms_wording set text = :text, version = version + 1, changed_at = :now, changed_by = :by
                      where occasion = :occasion and language = :language and version = :seen
                      """
                      : """
                      delete from comms_wording
                      where occasion = :occasion and language = :language and version = :seen
                        and :text = '' and :by <> '' and :now is not null
                      """)
              .param("occasion", occasion.name())
              .param("language", language.name())
              .param("text", text.orElse(""))
              .param("now", clock.instant().atOffset(UTC))
              .param("by", actor.name())
              .param("seen", seen)
              .update();
    }
    if (rows == 0) {
      throw new Refused(
          Refused.Kind.STALE,
          "Somebody else changed this wording meanwhile. Load it again and edit that.");
    }
    events.publishEvent(
        Auditable.by(
                actor,
                text.isPresent() ? "wording changed" : "wording taken back",
                "/messages/wordings/%s/%s".formatted(occasion.word(), language.word()))
            .with("sha256", text.map(Sha256::hexOf)));
  }

  /**
   * @throws Refused when it is no wording
   */
  static void require(String text) {
    try {
      Wording.of(text);
    } catch (IllegalArgumentException wrong) {
      throw new Refused(Refused.Kind.INVALID, String.valueOf(wrong.getMessage()));
    }
  }
}
