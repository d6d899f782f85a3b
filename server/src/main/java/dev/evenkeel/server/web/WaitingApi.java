package dev.evenkeel.server.web;

import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Right;
import dev.evenkeel.server.shared.Rights;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What waits for somebody, for programs. */
@RestController
@Needs(Right.VIEW)
class WaitingApi {
  private final WaitingDesk desk;
  private final Clock clock;

  WaitingApi(WaitingDesk desk, Clock clock) {
    this.desk = desk;
    this.clock = clock;
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
  List<WaitView> list(Actor actor, Rights rights) {
    Instant now = clock.instant();
    return desk.behind(actor).map(person -> desk.of(person, rights)).orElse(List.of()).stream()
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
