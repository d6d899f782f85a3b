package dev.evenkeel.cli.board;

import dev.evenkeel.cli.Caller;
import dev.evenkeel.cli.Desk;
import dev.evenkeel.cli.Harmless;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What every command about the board has. */
final class BoardDesk extends Desk {
  private static final String MEETINGS = "/api/approvals/meetings";

  BoardDesk(Caller caller) {
    super(caller);
  }

  void list() {
    JsonNode all = api().get(MEETINGS);
    if (json()) {
      all.forEach(out()::println);
      return;
    }
    if (all.isEmpty()) {
      say("No meeting is set. Set one with: evenkeel board set 2026-12-03T14:00");
      return;
    }
    all.forEach(one ->
        say(
            "%6d  %-7s  %s, %s"
                .formatted(
                    one.path("id").asLong(),
                    text(one, "state"),
                    text(one, "when"),
                    text(one, "title"))));
  }

  void agenda() {
    JsonNode items = api().get("/api/approvals/agenda");
    if (json()) {
      items.forEach(out()::println);
      return;
    }
    if (items.isEmpty()) {
      say("Nothing waits for agreement.");
    }
    items.forEach(this::item);
  }

  JsonNode get(long id) {
    return api().get(path(id));
  }

  static long version(JsonNode meeting) {
    return meeting.at("/meeting/version").asLong();
  }

  static String path(long id) {
    return MEETINGS + "/" + id;
  }

  JsonNode set(Object terms) {
    return api().post(MEETINGS, terms);
  }

  /** A meeting with its agenda or minutes, in words or as JSON. */
  void answer(JsonNode minutes) {
    if (json()) {
      out().println(minutes);
      return;
    }
    JsonNode meeting = minutes.path("meeting");
    say(
        "Meeting %d, %s: %s"
            .formatted(
                meeting.path("id").asLong(),
                text(meeting, "title"),
                text(meeting, "state").toUpperCase(Locale.ROOT)));
    say("  " + text(meeting, "when"));
    line("  members ", meeting.path("members"));
    line("  present ", meeting.path("present"));
    if (!text(meeting, "notes").isEmpty()) {
      say("  " + text(meeting, "notes"));
    }
    minutes.path("agenda").forEach(this::item);
  }

  private void item(JsonNode item) {
    JsonNode told = item.path("told");
    say("");
    say(
        "%d. Upgrade %d, %s (%s)%s"
            .formatted(
                item.path("position").asInt(),
                told.path("upgrade").asLong(),
                text(told, "title"),
                text(told, "kind"),
                text(item, "outcome").isEmpty() ? "" : ": " + text(item, "outcome")));
    say("   " + text(told, "why"));
    told.path("lines")
        .forEach(line -> say("   %s: %s".formatted(text(line, "question"), text(line, "says"))));
    told.path("blockers").forEach(one -> say("   blocked: " + one.asString()));
    if (text(item, "outcome").isEmpty()) {
      say("   still needs " + text(told, "needs"));
    }
    item.path("decisions")
        .forEach(step ->
            say(
                "   %s %s %s%s"
                    .formatted(
                        text(step, "at"),
                        text(step, "person"),
                        text(step, "did"),
                        text(step, "comment").isEmpty() ? "" : ": " + text(step, "comment"))));
  }

  private void line(String what, JsonNode names) {
    if (!names.isEmpty()) {
      say(what + names.valueStream().map(JsonNode::asString).collect(Collectors.joining(", ")));
    }
  }

  private static String text(JsonNode of, String name) {
    return of.path(name).asString("");
  }

  private void say(String line) {
    out().println(Harmless.text(line));
  }
}
