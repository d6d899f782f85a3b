package dev.evenkeel.server.comms.status;

import dev.evenkeel.server.comms.draft.Audience;
import dev.evenkeel.server.comms.draft.AudienceClass;
import dev.evenkeel.server.comms.draft.Language;
import dev.evenkeel.server.comms.draft.Spoken;
import dev.evenkeel.server.comms.draft.Words;
import dev.evenkeel.server.comms.plan.OpenMessage;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The public status page: only what plans of messages mark as public. */
record PublicStatus(Instant at, List<Item> items) {

  /** Where an upgrade stands for everybody; their words are in the files of the languages. */
  enum Stand {
    PLANNED(""),
    UNDER_WAY("busy"),
    WAITING("warn"),
    GOING_BACK("warn"),
    DONE("good"),
    AS_BEFORE(""),
    BROKEN_OFF("warn");

    private final String tone;

    Stand(String tone) {
      this.tone = tone;
    }

    boolean isOver() {
      return this == DONE || this == AS_BEFORE || this == BROKEN_OFF;
    }

    /** Of a run, by its status. */
    static Stand of(String status) {
      return switch (status) {
        case "RUNNING" -> UNDER_WAY;
        case "PAUSED", "HELD" -> WAITING;
        case "ROLLING_BACK" -> GOING_BACK;
        case "SUCCEEDED" -> DONE;
        case "ROLLED_BACK" -> AS_BEFORE;
        case "ABORTED" -> BROKEN_OFF;
        default -> PLANNED;
      };
    }
  }

  /**
   * An upgrade.
   *
   * @param title the name it has there
   * @param key of the end of its run; empty while it has none
   * @param start of its window
   * @param day when no more than the day is known
   * @param began when its run began
   * @param ended when its run was over
   * @param messages the newest first
   */
  public record Item(
      String title,
      Stand stand,
      String key,
      ZoneId zone,
      Optional<Instant> start,
      Optional<Instant> end,
      Optional<LocalDate> day,
      Optional<Instant> began,
      Optional<Instant> ended,
      List<OpenMessage> messages) {

    public String stands(Language language) {
      return Words.of(language).word("status." + stand.name());
    }

    public String tone() {
      return stand.tone;
    }

    /** What is planned is over once it has begun: then it is told since when. */
    public boolean isPlanned() {
      return stand == Stand.PLANNED;
    }

    public String day(Language language) {
      return day.map(found -> Spoken.day(found, language)).orElse("");
    }

    public String at(Instant moment, Language language) {
      return Spoken.at(moment, new Audience(AudienceClass.USERS, language, zone));
    }

    /** What was said, the newest first; that it is over is told, if nobody has said it yet. */
    public List<OpenMessage> told(Language language) {
      return ended
          .filter(_ -> stand.isOver())
          .filter(over -> messages.stream().noneMatch(one -> !one.at().isBefore(over)))
          .map(over -> Stream.concat(Stream.of(end(over, language)), messages.stream()).toList())
          .orElse(messages);
    }

    private OpenMessage end(Instant over, Language language) {
      return new OpenMessage(
          key,
          over,
          language,
          "%s: %s".formatted(title, stands(language)),
          Words.of(language).word("status.end." + stand.name()));
    }
  }

  PublicStatus {
    items = List.copyOf(items);
  }
}
