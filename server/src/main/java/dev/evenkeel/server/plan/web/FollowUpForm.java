package dev.evenkeel.server.plan.web;

import dev.evenkeel.server.plan.FollowUpDesk;
import dev.evenkeel.server.plan.FollowUpDesk.Renewed;
import dev.evenkeel.server.plan.Renewal;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Typed;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what the estate is to say once an upgrade was carried out, and what comes next. */
final class FollowUpForm {
  private static final int LINE = 200;

  private FollowUpForm() {}

  /** Filled with what is proposed. */
  static Typed filledWith(List<Renewal> renewals) {
    Map<String, String> texts = new HashMap<>();
    renewals.forEach(one -> {
      texts.put("edition." + one.system(), one.edition());
      Renewal.Support proposed = one.proposed();
      proposed.version().ifPresent(text -> texts.put("version." + one.system(), text));
      day(texts, "support." + one.system(), proposed.support());
      day(texts, "security." + one.system(), proposed.security());
      day(texts, "warranty." + one.system(), proposed.warranty());
    });
    return Typed.of(texts);
  }

  private static void day(Map<String, String> texts, String path, Optional<LocalDate> day) {
    day.ifPresent(there -> texts.put(path, there.toString()));
  }

  /** What each of these systems is to say; a system of which nothing was sent stays as it is. */
  static List<Renewed> renewed(Typed typed, List<Renewal> renewals, LocalDate today) {
    return renewals.stream()
        .filter(one -> !typed.text("edition." + one.system()).isEmpty())
        .map(one ->
            new Renewed(
                one.system(),
                typed.text("edition." + one.system()),
                new Renewal.Support(
                    Optional.of(
                        version(typed, "version." + one.system(), "Write which version runs.")),
                    ahead(typed, "support." + one.system(), today),
                    ahead(typed, "security." + one.system(), today),
                    typed.day("warranty." + one.system()))))
        .toList();
  }

  /** An end of support that is over helps nobody: then it is not what runs now. */
  static Optional<LocalDate> ahead(Typed typed, String path, LocalDate today) {
    Optional<LocalDate> day = typed.day(path);
    if (day.isPresent() && day.get().isBefore(today)) {
      typed.wrong(
          path,
          "%s is over already. Give a day that is not, or leave it out when nobody has said one."
              .formatted(day.get()));
    }
    return day;
  }

  static String version(Typed typed, String path, String wayOut) {
    String text = typed.needed(path, LINE, wayOut);
    if (text.matches(".*[<>].*")) {
      typed.wrong(
          path, "No version has < or > in it. Write it as the vendor does, such as 11.0.2.");
    }
    return text;
  }

  /** The next upgrade, to be put on the schedule once nothing is wrong. */
  static Runnable next(Typed typed, FollowUpDesk desk, UpgradeId id, Actor actor) {
    String title = typed.needed("title", LINE, "Say what is to be done.");
    String to = version(typed, "to", "Write the version it goes to.");
    Optional<LocalDate> due = typed.day("due");
    if (due.isPresent() && !due.get().isAfter(desk.today())) {
      typed.wrong("due", "%s is no day that lies ahead. Give a later one.".formatted(due.get()));
    }
    if (due.isEmpty() && typed.says("due").isEmpty()) {
      typed.wrong("due", "This is missing. Say by which day.");
    }
    return () -> desk.next(id, title, to, due.orElseThrow(), actor);
  }
}
