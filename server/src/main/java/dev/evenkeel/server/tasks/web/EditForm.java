package dev.evenkeel.server.tasks.web;

import dev.evenkeel.server.shared.Typed;
import dev.evenkeel.server.tasks.Task;
import dev.evenkeel.server.tasks.TaskEdit;
import dev.evenkeel.server.tasks.deadline.Basis;
import dev.evenkeel.server.tasks.deadline.Offset;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what people change of a task. What a program leaves out stays as it is. */
final class EditForm {
  private static final int LINE = 200;
  private static final int TEXT = 4_000;

  private EditForm() {}

  /**
   * @param zone in which a deadline by hand is a day
   */
  static TaskEdit read(Typed typed, Task task, ZoneId zone) {
    String offset = typed.words("offset", 10).orElse(task.timing().offset().toString());
    Optional<Offset> read = Offset.parse(offset);
    if (read.isEmpty()) {
      typed.wrong(
          "offset", "'%s' is no number of days or hours. Write 5d, 12h or -5d.".formatted(offset));
    }
    Optional<String> evidence = typed.words("evidence", TEXT);
    if (evidence.filter(one -> !one.matches("(?i)https?://\\S+|/\\S*")).isPresent()) {
      typed.wrong("evidence", "This is no address. Begin it with https:// or http://.");
    }
    return new TaskEdit(
        typed.needed("title", LINE, "Say what is to be done."),
        typed.words("text", TEXT).orElse(""),
        LaunchForm.owner(typed, "owner").orElse(task.duty().owner()),
        typed.choice("basis", Basis.class).orElse(task.timing().basis()),
        read.orElse(Offset.NONE),
        after(typed),
        movedTo(typed, task, zone),
        evidence);
  }

  /** The moment stays as it is while its day does. */
  private static Optional<Instant> movedTo(Typed typed, Task task, ZoneId zone) {
    return typed
        .day("deadline")
        .map(day ->
            task.timing()
                .movedTo()
                .filter(at -> at.atZone(zone).toLocalDate().equals(day))
                .orElseGet(() ->
                    day.atTime(17, 0).atZone(zone).toInstant().truncatedTo(ChronoUnit.SECONDS)));
  }

  private static List<String> after(Typed typed) {
    return Arrays.stream(typed.text("after").split("[\\s,;]+"))
        .filter(one -> !one.isEmpty())
        .distinct()
        .toList();
  }

  static Typed of(Task task, ZoneId zone) {
    Map<String, String> texts = new HashMap<>();
    texts.put("title", task.duty().title());
    texts.put("text", task.duty().detail());
    texts.put("owner", task.duty().owner().typed());
    texts.put("basis", task.timing().basis().name());
    texts.put("offset", task.timing().offset().toString());
    texts.put("after", String.join(", ", task.timing().after()));
    task.timing()
        .movedTo()
        .ifPresent(at -> texts.put("deadline", at.atZone(zone).toLocalDate().toString()));
    task.evidence().ifPresent(one -> texts.put("evidence", one));
    return Typed.of(texts);
  }
}
