package dev.evenkeel.server.web;

import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Right;
import dev.evenkeel.server.shared.Rights;
import dev.evenkeel.server.shared.Wait;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Where everybody begins: what waits for them, the most urgent first. */
@Controller
@Needs(Right.VIEW)
class WaitingPage {
  private static final Duration SOON = Duration.ofDays(1);

  private final WaitingDesk desk;
  private final Clock clock;

  WaitingPage(WaitingDesk desk, Clock clock) {
    this.desk = desk;
    this.clock = clock;
  }

  /**
   * What is about as urgent.
   *
   * @param tone class of its look
   */
  public record Group(String title, String tone, List<Wait> rows) {}

  /** The bare address leads there. */
  @GetMapping("/")
  String first() {
    return "redirect:/waiting";
  }

  @GetMapping("/waiting")
  String page(Actor actor, Rights rights, Model model) {
    List<Wait> all = desk.behind(actor).map(person -> desk.shown(person, rights)).orElse(List.of());
    Instant now = clock.instant();
    Instant soon = now.plus(SOON);
    Predicate<Wait> isSoon = one -> one.by().filter(by -> by.isBefore(soon)).isPresent();
    model.addAttribute(
        "groups",
        Stream.of(
                new Group("Late", "bad", some(all, one -> one.isLate(now))),
                new Group(
                    "Within a day", "warn", some(all, one -> !one.isLate(now) && isSoon.test(one))),
                new Group("Later", "", some(all, one -> one.by().isPresent() && !isSoon.test(one))),
                new Group("Without a day", "", some(all, one -> one.by().isEmpty())))
            .filter(group -> !group.rows().isEmpty())
            .toList());
    return "web/waiting";
  }

  private static List<Wait> some(List<Wait> all, Predicate<Wait> which) {
    return all.stream().filter(which).toList();
  }
}
