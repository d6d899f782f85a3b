package dev.evenkeel.server.comms.agreed;

import dev.evenkeel.server.approval.ApprovalChanged;
import dev.evenkeel.server.approval.ApprovalEnds;
import dev.evenkeel.server.approval.ApprovalLapsed;
import dev.evenkeel.server.approval.Deciders;
import dev.evenkeel.server.approval.Request;
import dev.evenkeel.server.approval.Standing;
import dev.evenkeel.server.approval.Step;
import dev.evenkeel.server.comms.AddressBook;
import dev.evenkeel.server.comms.Message;
import dev.evenkeel.server.comms.Outbox;
import dev.evenkeel.server.comms.draft.Audience;
import dev.evenkeel.server.comms.draft.Draft;
import dev.evenkeel.server.comms.plan.PublicSettings;
import dev.evenkeel.server.comms.remind.Readers;
import dev.evenkeel.server.shared.Actor;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * E-mail about approvals, to those whose address is known: to each approver once for each request
 * that waits for them, to who asked for each decision, to all concerned when what was agreed to
 * became something else or ends soon. Posted together with what it tells of, or not at all.
 */
@Component
class ApprovalMessages {
  private final Deciders deciders;
  private final AddressBook addressBook;
  private final Outbox outbox;
  private final PublicSettings place;
  private final Readers readers;

  ApprovalMessages(
      Deciders deciders,
      AddressBook addressBook,
      Outbox outbox,
      PublicSettings place,
      Readers readers) {
    this.readers = readers;
    this.deciders = deciders;
    this.addressBook = addressBook;
    this.outbox = outbox;
    this.place = place;
  }

  @EventListener
  void on(ApprovalChanged changed) {
    Standing standing = changed.standing();
    if (standing.state() == Standing.State.WAITING) {
      tell(
          deciders.of(standing, addressBook.all().keySet()),
          standing,
          "asked",
          words -> words.asked(changed.upgrade(), standing));
    }
    decision(standing)
        .ifPresent(step ->
            tell(
                standing.request().people(),
                standing,
                "decided/" + step.number(),
                words -> words.decided(changed.upgrade(), standing, step)));
  }

  @EventListener
  void on(ApprovalLapsed event) {
    tell(
        event.people(),
        event.standing(),
        "lapsed/" + event.lapse().number(),
        words -> words.lapsed(event.upgrade(), event.standing(), event.lapse()));
  }

  @EventListener
  void on(ApprovalEnds event) {
    tell(
        event.people(),
        event.standing(),
        "ends",
        words -> words.ends(event.upgrade(), event.standing()));
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

  /** Each of these people whose address is known, once. */
  private void tell(
      Collection<String> people,
      Standing standing,
      String what,
      Function<ApprovalWords, Draft> says) {
    Request request = standing.request();
    Map<String, String> known = new TreeMap<>(addressBook.all());
    known.keySet().retainAll(people);
    known.forEach((person, address) -> {
      Audience reader = readers.of(person);
      Draft draft = says.apply(new ApprovalWords(place, reader));
      outbox.post(
          List.of(
              Message.toPerson(
                  "approval/%d/%s/%s".formatted(request.id(), what, person),
                  address,
                  draft.subject(),
                  draft.text(),
                  request.path(),
                  reader.language().word(),
                  Actor.EVENKEEL)));
    });
  }
}
