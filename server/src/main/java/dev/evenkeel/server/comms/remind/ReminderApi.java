package dev.evenkeel.server.comms.remind;

import dev.evenkeel.server.comms.remind.ReminderStore.Kept;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.IfMatch;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.PeopleBehind;
import dev.evenkeel.server.shared.Right;
import dev.evenkeel.server.shared.Tagged;
import dev.evenkeel.server.shared.Typed;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How the person who asks is reminded of their tasks. */
@RestController
@RequestMapping("/api/tasks/reminders")
@Needs(Right.VIEW)
class ReminderApi {
  private final ReminderDesk desk;
  private final PeopleBehind behind;

  ReminderApi(ReminderDesk desk, PeopleBehind behind) {
    this.desk = desk;
    this.behind = behind;
  }

  /**
   * @param reaches whether anything would reach the person
   * @param says how, or why not
   */
  record Shown(
      String person, boolean reaches, String says, Map<String, String> terms, long version) {}

  @GetMapping
  ResponseEntity<Shown> own(Actor actor) {
    return shown(ReminderPage.person(actor, behind));
  }

  @PutMapping
  ResponseEntity<Shown> keep(
      @RequestBody String body,
      @RequestHeader(name = "If-Match") Optional<String> match,
      Actor actor) {
    String person = ReminderPage.person(actor, behind);
    Typed typed = Typed.ofJson(body);
    ReminderTerms terms = ReminderForm.read(typed);
    typed.refuseIfWrong();
    desk.keep(person, terms, IfMatch.version(match), actor);
    return shown(person);
  }

  private ResponseEntity<Shown> shown(String person) {
    Kept kept = desk.terms(person);
    var way = desk.of(person);
    return Tagged.of(
        kept.version(),
        new Shown(
            person, way.reaches(), way.says(), ReminderForm.texts(kept.terms()), kept.version()));
  }
}
