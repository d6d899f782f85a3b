package dev.evenkeel.server.comms.agreed;

import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.estate.Person;
import dev.evenkeel.server.approval.ApprovalChanged;
import dev.evenkeel.server.approval.ApprovalDesk;
import dev.evenkeel.server.approval.Request;
import dev.evenkeel.server.approval.Standing;
import dev.evenkeel.server.approval.Step;
import dev.evenkeel.server.comms.Message;
import dev.evenkeel.server.comms.Outbox;
import dev.evenkeel.server.comms.draft.Language;
import dev.evenkeel.server.comms.plan.PublicSettings;
import dev.evenkeel.server.inventory.EstateBook;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.shared.Actor;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * E-mail about approvals, to those whose address the estate knows: to each approver once for each
 * request that waits for them, to who asked for each decision. Posted together with what it tells
 * of, or not at all.
 */
@Component
class ApprovalMessages {
  private final ApprovalDesk desk;
  private final EstateBook estate;
  private final Outbox outbox;
  private final PublicSettings place;

  ApprovalMessages(ApprovalDesk desk, EstateBook estate, Outbox outbox, PublicSettings place) {
    this.desk = desk;
    this.estate = estate;
    this.outbox = outbox;
    this.place = place;
  }

  @EventListener
  void on(ApprovalChanged changed) {
    Standing standing = changed.standing();
    Map<String, String> addresses = addresses();
    if (standing.state() == Standing.State.WAITING) {
      known(desk.deciders(standing, addresses.keySet()), addresses)
          .forEach((person, address) ->
              post(
                  "asked/" + person,
                  address,
                  "Your agreement is asked for: " + title(changed.upgrade()),
                  asked(standing),
                  standing.request()));
    }
    decision(standing)
        .ifPresent(step ->
            known(standing.request().people(), addresses)
                .forEach((person, address) ->
                    post(
                        "decided/%d/%s".formatted(step.number(), person),
                        address,
                        "%s: %s".formatted(title(changed.upgrade()), standing.state().words()),
                        decided(standing, step),
                        standing.request())));
  }

  /** The step that was just done, if who asked has to know of it. */
  private static Optional<Step> decision(Standing standing) {
    return standing.steps().isEmpty()
        ? Optional.empty()
        : Optional.of(standing.steps().getLast())
            .filter(step -> !standing.request().people().contains(step.person()))
            .filter(step ->
                switch (step.verdict()) {
                  case APPROVED -> standing.state() == Standing.State.APPROVED;
                  case REJECTED, WITHDRAWN -> true;
                  case COMMENTED -> false;
                });
  }

  private Map<String, String> addresses() {
    Map<String, String> addresses = new TreeMap<>();
    estate
        .estate()
        .all(EntryKind.PERSON)
        .forEach((name, document) ->
            ((Person) document.entry()).email().ifPresent(address -> addresses.put(name, address)));
    return addresses;
  }

  private static Map<String, String> known(
      Collection<String> people, Map<String, String> addresses) {
    Map<String, String> known = new TreeMap<>(addresses);
    known.keySet().retainAll(people);
    return known;
  }

  private static String title(Upgrade upgrade) {
    return "upgrade %s, %s".formatted(upgrade.id(), upgrade.terms().title());
  }

  private String asked(Standing standing) {
    Request request = standing.request();
    return """
    %s asks for agreement to a change of the kind %s. It may begin from %s until %s.

    Why: %s
    It still needs %s.

    Look at it and decide: %s
    """
        .formatted(
            request.by().name(),
            request.kind().word(),
            request.from().truncatedTo(ChronoUnit.MINUTES),
            request.until().truncatedTo(ChronoUnit.MINUTES),
            request.why(),
            String.join(" and ", standing.missing()),
            where(request));
  }

  private String decided(Standing standing, Step step) {
    return """
    %s %s%s. What you asked for: %s.
    %s
    %s
    """
        .formatted(
            step.person(),
            step.verdict().words(),
            step.insteadOf().map(of -> " in the place of " + of).orElse(""),
            standing.state().words(),
            step.comment().map(says -> "\n%s\n".formatted(says)).orElse(""),
            where(standing.request()));
  }

  private String where(Request request) {
    return place
        .of(request.path())
        .orElse("the tab Approval of upgrade %s".formatted(request.upgrade()));
  }

  private void post(String what, String address, String subject, String text, Request request) {
    outbox.post(
        List.of(
            Message.toPerson(
                "approval/%d/%s".formatted(request.id(), what),
                address,
                subject,
                text,
                request.path(),
                Language.EN.word(),
                Actor.EVENKEEL)));
  }
}
