package dev.evenkeel.server.comms.remind;

import dev.evenkeel.server.comms.draft.Audience;
import dev.evenkeel.server.comms.draft.AudienceClass;
import dev.evenkeel.server.comms.draft.Draft;
import dev.evenkeel.server.comms.draft.Language;
import dev.evenkeel.server.comms.draft.Spoken;
import dev.evenkeel.server.comms.draft.Words;
import dev.evenkeel.server.comms.plan.PublicSettings;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Reminders in the language and by the clock of whoever gets them. */
final class DigestText {
  /** So many of one kind are named; the page has all. */
  private static final int MOST = 20;

  private static final String MINE = "/tasks";
  private static final String WAITING = "/waiting";
  private static final String SETTINGS = "/tasks/reminders";

  private final Words words;
  private final Audience reader;
  private final PublicSettings place;

  DigestText(Language language, ZoneId zone, PublicSettings place) {
    this.words = Words.of(language);
    this.reader = new Audience(AudienceClass.TECHNICAL, language, zone);
    this.place = place;
  }

  Draft of(Digest digest) {
    StringBuilder text = new StringBuilder();
    List<String> amounts = new ArrayList<>();
    for (Digest.Part part : Digest.Part.values()) {
      List<Digest.Line> lines = digest.of(part);
      if (lines.isEmpty()) {
        continue;
      }
      amounts.add(words.word("digest.amount." + part).formatted(lines.size()));
      text.append(words.word("digest." + part)).append('\n');
      lines.stream().limit(MOST).forEach(line -> text.append(line(line, part)));
      if (lines.size() > MOST) {
        text.append(words.word("digest.more").formatted(lines.size() - MOST)).append('\n');
      }
      text.append('\n');
    }
    boolean tasksOnly = digest.isOfTasksOnly();
    return new Draft(
        words
            .word(tasksOnly ? "digest.subject" : "digest.subject.waits")
            .formatted(String.join(", ", amounts)),
        text + foot(tasksOnly));
  }

  /** Of tasks that hold up a go-live. */
  Draft urgent(String upgrade, Instant start, List<Digest.Item> tasks) {
    StringBuilder text =
        new StringBuilder(
            words.word("urgent.text").formatted(upgrade, Spoken.at(start, reader)) + "\n\n");
    tasks.forEach(item -> text.append(line(new Digest.Line(item, false), Digest.Part.OVERDUE)));
    return new Draft(words.word("urgent.subject").formatted(upgrade), text + "\n" + foot(true));
  }

  private String line(Digest.Line line, Digest.Part part) {
    Digest.Item item = line.item();
    StringBuilder text = new StringBuilder("- ").append(plain(title(item)));
    if (!item.upgrade().isBlank()) {
      text.append(" (").append(plain(item.upgrade())).append(')');
    }
    item.due()
        .ifPresent(due ->
            text.append(", ")
                .append(
                    words
                        .word(part == Digest.Part.OVERDUE ? "digest.since" : "digest.by")
                        .formatted(Spoken.at(due, reader))));
    if (line.isNew() && part != Digest.Part.NEW) {
      text.append(" [").append(words.word("digest.isNew")).append(']');
    }
    if (item.practice()) {
      text.append(" [").append(words.word("digest.practice")).append(']');
    }
    text.append('\n');
    place.of(item.path()).ifPresent(to -> text.append("  ").append(to).append('\n'));
    return text.toString();
  }

  private String title(Digest.Item item) {
    return item.other()
        .map(wait ->
            words.word("wait." + wait.kind())
                + (wait.detail().isEmpty() ? "" : ": " + wait.detail()))
        .orElse(item.title());
  }

  private static String plain(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ").strip();
  }

  private String foot(boolean tasksOnly) {
    return (tasksOnly
            ? words
                .word("digest.all")
                .formatted(place.of(MINE).orElseGet(() -> words.word("digest.page.mine")))
            : words
                .word("digest.all.waits")
                .formatted(place.of(WAITING).orElseGet(() -> words.word("digest.page.waits"))))
        + "\n"
        + words
            .word("digest.settings")
            .formatted(place.of(SETTINGS).orElseGet(() -> words.word("digest.page.settings")))
        + "\n";
  }
}
