package dev.evenkeel.server.comms.agreed;

import dev.evenkeel.server.approval.ApprovalChanged;
import dev.evenkeel.server.approval.Deciders;
import dev.evenkeel.server.approval.Request;
import dev.evenkeel.server.approval.Standing;
import dev.evenkeel.server.approval.Step;
import dev.evenkeel.server.comms.AddressBook;
import dev.evenkeel.server.comms.Message;
import dev.evenkeel.server.comms.Outbox;
import dev.evenkeel.server.comms.draft.Audience;
import dev.evenkeel.server.comms.draft.Draft;
import dev.evenkeel.server.comms.draft.Language;
import dev.evenkeel.server.comms.draft.Spoken;
import dev.evenkeel.server.comms.draft.Words;
import dev.evenkeel.server.comms.plan.PublicSettings;
import dev.evenkeel.server.comms.remind.Readers;
import dev.evenkeel.server.plan.Upgrade;
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
 * that waits for them, to who asked for each decision. Posted together with what it tells of, or
 * not at all.
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
    Map<String, String> addresses = addressBook.all();
    if (standing.state() == Standing.State.WAITING) {
      known(deciders.of(standing, addresses.keySet()), addresses)
          .forEach((person, address) ->
              post(
                  "asked/" + person,
                  address,
                  reader ->
                      new Draft(
                          Words.of(reader.language())
                              .word("approval.asked.subject")
                              .formatted(title(changed.upgrade(), reader)),
                          asked(standing, reader)),
                  person,
                  standing.request()));
    }
    decision(standing)
        .ifPresent(step ->
            known(standing.request().people(), addresses)
                .forEach((person, address) ->
                    post(
                        "decided/%d/%s".formatted(step.number(), person),
                        address,
                        reader ->
                            new Draft(
                                "%s: %s"
                                    .formatted(
                                        title(changed.upgrade(), reader), state(standing, reader)),
                                decided(standing, step, reader)),
                        person,
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

  private static Map<String, String> known(
      Collection<String> people, Map<String, String> addresses) {
    Map<String, String> known = new TreeMap<>(addresses);
    known.keySet().retainAll(people);
    return known;
  }

  private static String title(Upgrade upgrade, Audience reader) {
    return Words.of(reader.language())
        .word("approval.title")
        .formatted(upgrade.id(), upgrade.terms().title());
  }

  private static String state(Standing standing, Audience reader) {
    return reader.language() == Language.EN
        ? standing.state().words()
        : Words.of(reader.language()).word("approval.state." + standing.state().name());
  }

  private String asked(Standing standing, Audience reader) {
    Request request = standing.request();
    Words words = Words.of(reader.language());
    return "%s\n\n%s\n%s\n\n%s\n"
        .formatted(
            words
                .word("approval.asked")
                .formatted(
                    request.by().name(),
                    reader.language() == Language.EN
                        ? request.kind().word()
                        : words.word("approval.kind." + request.kind().name()),
                    Spoken.at(request.from(), reader),
                    Spoken.at(request.until(), reader)),
            words.word("approval.why").formatted(request.why()),
            words.word("approval.needs").formatted(String.join(", ", standing.missing())),
            words.word("approval.look").formatted(where(request, words)));
  }

  private String decided(Standing standing, Step step, Audience reader) {
    Words words = Words.of(reader.language());
    String verdict =
        reader.language() == Language.EN
            ? step.verdict().words()
            : words.word("approval.verdict." + step.verdict().name());
    return "%s\n%s\n%s\n"
        .formatted(
            words
                .word("approval.decided")
                .formatted(
                    step.person(),
                    verdict,
                    step.insteadOf()
                        .map(of -> words.word("approval.insteadOf").formatted(of))
                        .map(" "::concat)
                        .orElse(""),
                    state(standing, reader)),
            step.comment().map(says -> "\n%s\n".formatted(says)).orElse(""),
            where(standing.request(), words));
  }

  private String where(Request request, Words words) {
    return place
        .of(request.path())
        .orElseGet(() -> words.word("approval.page").formatted(request.upgrade()));
  }

  private void post(
      String what, String address, Function<Audience, Draft> says, String person, Request request) {
    Audience reader = readers.of(person);
    Draft draft = says.apply(reader);
    outbox.post(
        List.of(
            Message.toPerson(
                "approval/%d/%s".formatted(request.id(), what),
                address,
                draft.subject(),
                draft.text(),
                request.path(),
                reader.language().word(),
                Actor.EVENKEEL)));
  }
}
