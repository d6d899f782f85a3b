package dev.evenkeel.server.web;

import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.PeopleBehind;
import dev.evenkeel.server.shared.Right;
import dev.evenkeel.server.shared.Rights;
import dev.evenkeel.server.shared.Wait;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** Where everybody begins: what waits for them, the most urgent first. */
@Controller
@Needs(Right.VIEW)
class WaitingPage {
  private static final Duration SOON = Duration.ofDays(1);

  private final WaitingDesk desk;
  private final PeopleBehind behind;
  private final Clock clock;

  WaitingPage(WaitingDesk desk, PeopleBehind behind, Clock clock) {
    this.desk = desk;
    this.behind = behind;
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
    List<Wait> all = of(actor, person -> desk.shown(person, rights));
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

  /** Of a token it is what waits for whoever issued it, as far as the token may do it. */
  private List<Wait> of(Actor actor, Function<String, List<Wait>> waits) {
    return behind.of(actor).stream().sorted().findFirst().map(waits).orElse(List.of());
  }

  /**
   * One, for programs.
   *
   * @param kind such as {@code costs}
   * @param says what is to be done
   * @param detail of which task, how much, how many
   */
  record WaitView(
      String kind,
      String says,
      String detail,
      String upgrade,
      Optional<Instant> by,
      boolean late,
      String path) {}

  /** What waits for who asks, the most urgent first. */
  @GetMapping("/api/waiting")
  @ResponseBody
  List<WaitView> list(Actor actor, Rights rights) {
    Instant now = clock.instant();
    return of(actor, person -> desk.of(person, rights)).stream()
        .map(one ->
            new WaitView(
                one.kind().word(),
                one.kind().says(),
                one.detail(),
                one.upgrade(),
                one.by(),
                one.isLate(now),
                one.path()))
        .toList();
  }
}
