package dev.evenkeel.server.comms.rule.web;

import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.runbook.grammar.DidYouMean;
import dev.evenkeel.server.comms.draft.Occasion;
import dev.evenkeel.server.comms.draft.Wording;
import dev.evenkeel.server.comms.rule.Recipients;
import dev.evenkeel.server.comms.rule.Rule;
import dev.evenkeel.server.comms.rule.RuleEvent;
import dev.evenkeel.server.comms.rule.RuleTerms;
import dev.evenkeel.server.comms.rule.RuleTerms.Kind;
import dev.evenkeel.server.inventory.EstateBook;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeBook;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.shared.Typed;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** An automation as it is chosen in a form, or sent as JSON. */
@Component
class RuleForm {
  private static final int NAME = 120;
  private static final int LONGEST = 20_000;
  private static final int LONGEST_QUIET = 1_440;
  private static final int MOST_AN_HOUR = 500;

  private final Recipients recipients;
  private final EstateBook estate;
  private final UpgradeBook book;

  RuleForm(Recipients recipients, EstateBook estate, UpgradeBook book) {
    this.recipients = recipients;
    this.estate = estate;
    this.book = book;
  }

  /** What there is to choose from. */
  public record Choices(
      RuleEvent[] events,
      Kind[] actions,
      Map<String, String> to,
      Map<String, String> upgrades,
      List<String> systems,
      Occasion[] occasions) {}

  Choices choices(Typed form) {
    Map<String, String> upgrades = new LinkedHashMap<>();
    for (Upgrade one : book.open()) {
      upgrades.put(one.id().toString(), "%s: %s".formatted(one.id(), one.terms().title()));
    }
    Map<String, String> to = new LinkedHashMap<>(recipients.choices());
    // What was chosen before stays to be seen, though it is no choice any more.
    Optional.of(form.text("to"))
        .filter(one -> !one.isEmpty())
        .ifPresent(one -> to.putIfAbsent(one, Recipients.words(one)));
    Optional.of(form.text("upgrade"))
        .filter(one -> !one.isEmpty())
        .ifPresent(one -> upgrades.putIfAbsent(one, one));
    return new Choices(
        RuleEvent.values(),
        Kind.values(),
        to,
        upgrades,
        List.copyOf(estate.estate().all(EntryKind.SYSTEM).keySet()),
        Occasion.values());
  }

  static Map<String, String> filled(Rule rule) {
    RuleTerms terms = rule.terms();
    Map<String, String> form = new HashMap<>();
    form.put("name", terms.name());
    form.put("event", terms.event().word());
    form.put("upgrade", terms.upgrade().map(UpgradeId::toString).orElse(""));
    form.put("system", terms.system().orElse(""));
    form.put("action", terms.action().word());
    form.put("to", terms.to());
    form.put("occasion", terms.occasion().word());
    form.put("wording", terms.wording().orElse(""));
    form.put("quietMinutes", Integer.toString(terms.quietMinutes()));
    form.put("mostAnHour", Integer.toString(terms.mostAnHour()));
    return form;
  }

  RuleTerms read(Typed typed) {
    String name = typed.needed("name", NAME, "Say in a few words what it does.");
    needed(typed, "event");
    RuleEvent event = typed.choice("event", RuleEvent.class).orElse(RuleEvent.WINDOW_SCHEDULED);
    needed(typed, "action");
    Kind action = typed.choice("action", Kind.class).orElse(Kind.MESSAGE);
    Optional<UpgradeId> upgrade =
        typed.whole("upgrade", 1, Integer.MAX_VALUE).map(id -> new UpgradeId(id));
    Occasion occasion = typed.choice("occasion", Occasion.class).orElse(event.usual());
    Optional<String> wording = typed.words("wording", LONGEST);
    if (action == Kind.MESSAGE || action == Kind.ALERT) {
      wording.ifPresent(text -> {
        try {
          Wording.of(text);
        } catch (IllegalArgumentException wrong) {
          typed.wrong("wording", String.valueOf(wrong.getMessage()));
        }
      });
    }
    return new RuleTerms(
        name,
        event,
        upgrade,
        system(typed),
        action,
        to(typed, action),
        occasion,
        wording,
        typed.whole("quietMinutes", 0, LONGEST_QUIET).orElse(0),
        typed.whole("mostAnHour", 1, MOST_AN_HOUR).orElse(RuleTerms.USUAL_MOST));
  }

  private static void needed(Typed typed, String path) {
    if (typed.text(path).isEmpty()) {
      typed.wrong(path, "This is missing. Choose one.");
    }
  }

  private Optional<String> system(Typed typed) {
    Optional<String> system = typed.words("system", NAME);
    system
        .filter(one -> estate.estate().system(one).isEmpty())
        .ifPresent(one -> typed.wrong("system", "The estate has no system '%s'.".formatted(one)));
    return system;
  }

  private String to(Typed typed, Kind action) {
    if (action == Kind.START_RUN) {
      typed.passes("to");
      return Recipients.READY_RUN;
    }
    String to = typed.needed("to", NAME, "Choose who is told, or whose duty it is.");
    Map<String, String> choices = recipients.choices();
    if (to.isEmpty()) {
      return to;
    }
    if (!choices.containsKey(to)
        && estate.estate().all(EntryKind.PERSON).keySet().stream().noneMatch(to::equals)) {
      typed.wrong(
          "to",
          "'%s' is neither a role, a team, a channel nor a person.%s"
              .formatted(
                  to,
                  DidYouMean.of(to, choices.keySet())
                      .map(" Did you mean '%s'?"::formatted)
                      .orElse(" Write it as role:stakeholders, team:platform or channel:ops.")));
    } else if (action == Kind.WEBHOOK && !recipients.isWebhook(to)) {
      typed.wrong("to", "Choose a channel of the kind webhook; make one under Settings, Channels.");
    } else if (action == Kind.TASK && !recipients.mayHaveDuties(to)) {
      typed.wrong("to", "A task is one role's, team's or person's; choose one of these.");
    }
    return to;
  }
}
