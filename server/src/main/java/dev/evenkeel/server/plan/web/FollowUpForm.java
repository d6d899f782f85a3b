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
  static List<Renewed> renewed(Typed typed, List<Renewal> renewals) {
    return renewals.stream()
        .filter(one -> !typed.text("edition." + one.system()).isEmpty())
        .map(one ->
            new Renewed(
                one.system(),
                typed.text("edition." + one.system()),
                new Renewal.Support(
                    Optional.of(
                        typed.needed("version." + one.system(), LINE, "Write which version runs.")),
                    typed.day("support." + one.system()),
                    typed.day("security." + one.system()),
                    typed.day("warranty." + one.system()))))
        .toList();
  }

  /** The next upgrade, to be put on the schedule once nothing is wrong. */
  static Runnable next(Typed typed, FollowUpDesk desk, UpgradeId id, Actor actor) {
    String title = typed.needed("title", LINE, "Say what is to be done.");
    String to = typed.needed("to", LINE, "Write the version it goes to.");
    Optional<LocalDate> due = typed.day("due");
    if (due.isEmpty() && typed.says("due").isEmpty()) {
      typed.wrong("due", "This is missing. Say by which day.");
    }
    return () -> desk.next(id, title, to, due.orElseThrow(), actor);
  }
}
