package dev.evenkeel.server.comms.rule;

import dev.evenkeel.server.comms.Message;
import dev.evenkeel.server.comms.Outbox;
import dev.evenkeel.server.comms.Practice;
import dev.evenkeel.server.comms.draft.Audience;
import dev.evenkeel.server.comms.draft.Draft;
import dev.evenkeel.server.comms.draft.Facts;
import dev.evenkeel.server.comms.draft.Known;
import dev.evenkeel.server.comms.plan.FactsOfUpgrade;
import dev.evenkeel.server.comms.plan.MessageDesk;
import dev.evenkeel.server.comms.plan.PublicSettings;
import dev.evenkeel.server.comms.plan.UpgradeWindows;
import dev.evenkeel.server.comms.plan.WordingShelf;
import dev.evenkeel.server.comms.rule.Recipients.Reach;
import dev.evenkeel.server.comms.rule.Recipients.Reached;
import dev.evenkeel.server.execution.RunReport;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeBook;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Refused;
import dev.evenkeel.server.shared.Sha256;
import dev.evenkeel.server.tasks.LaunchDesk;
import dev.evenkeel.server.tasks.Owner;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Does what rules say, within the transaction that keeps it on record. */
@Component
class Doing {
  private static final JsonMapper JSON = JsonMapper.shared();

  private static final String PRACTISED = "Nobody was %s: one only practises with this upgrade.";

  private final Recipients recipients;
  private final Practice practice;
  private final UpgradeBook book;
  private final Writing writing;
  private final Outbox outbox;
  private final LaunchDesk tasks;
  private final RunStarting runs;
  private final Clock clock;

  Doing(
      Recipients recipients,
      Practice practice,
      UpgradeBook book,
      Writing writing,
      Outbox outbox,
      LaunchDesk tasks,
      RunStarting runs,
      Clock clock) {
    this.recipients = recipients;
    this.practice = practice;
    this.book = book;
    this.writing = writing;
    this.outbox = outbox;
    this.tasks = tasks;
    this.runs = runs;
    this.clock = clock;
  }

  /** What is needed to write a message from facts. */
  @Component
  static class Writing {
    private final MessageDesk desk;
    private final WordingShelf wordings;
    private final FactsOfUpgrade facts;
    private final UpgradeWindows windows;
    private final PublicSettings address;

    Writing(
        MessageDesk desk,
        WordingShelf wordings,
        FactsOfUpgrade facts,
        UpgradeWindows windows,
        PublicSettings address) {
      this.desk = desk;
      this.wordings = wordings;
      this.facts = facts;
      this.windows = windows;
      this.address = address;
    }

    Draft draft(
        RuleTerms terms,
        Event event,
        Optional<Upgrade> upgrade,
        Optional<RunReport> run,
        Reach to) {
      Facts told =
          upgrade
              .map(one -> facts.of(one, desk.of(one).terms(), run, Optional.<Instant>empty()))
              .orElseGet(() -> ofRun(event, run))
              .words(Known.REASON, event.facts().getOrDefault("says", ""));
      var zone =
          upgrade
              .map(one -> desk.of(one).terms().zone().orElseGet(() -> windows.zone(one)))
              .orElse(ZoneOffset.UTC);
      return wordings
          .of(terms.occasion(), to.language(), terms.wording())
          .write(told, new Audience(to.detail(), to.language(), zone));
    }

    private Facts ofRun(Event event, Optional<RunReport> run) {
      return Facts.none()
          .words(Known.TITLE, run.map(RunReport::title).orElse(event.subject()))
          .words(Known.SYSTEMS, String.join(", ", event.systems()))
          .words(Known.STATE, "")
          .words(Known.PAGE, address.of(event.subject()));
    }
  }

  /**
   * What was done.
   *
   * @param messages in the outbox
   */
  record Done(String says, List<Long> messages) {}

  /**
   * @throws Refused when it cannot be done, with the way out
   */
  Done act(Rule rule, Act act, Optional<RunReport> run) {
    RuleTerms terms = rule.terms();
    Event event = act.event();
    Optional<Upgrade> upgrade = event.upgrade().map(book::get);
    Actor actor = Event.actor(rule.id());
    return switch (act.kind()) {
      case MESSAGE, ALERT -> tell(terms, event, upgrade, run, actor);
      case WEBHOOK -> call(act, event, actor);
      case TASK -> task(terms, act, upgrade, actor);
      case START_RUN -> new Done(runs.start(rule, upgrade), List.of());
    };
  }

  private Done tell(
      RuleTerms terms,
      Event event,
      Optional<Upgrade> upgrade,
      Optional<RunReport> run,
      Actor actor) {
    boolean alert = terms.action() == RuleTerms.Kind.ALERT;
    Reached reached = recipients.of(terms.to(), event.upgrade(), alert);
    if (reached.all().isEmpty()) {
      throw new Refused(
          Refused.Kind.NOT_NOW,
          "Nobody could be told: there is neither a channel for %s nor an address%s. Make a channel under Settings, Channels, whose audience says who reads it, or give people of the estate an e-mail address."
              .formatted(
                  terms.toWords(),
                  reached.missed().isEmpty() ? "" : " of " + String.join(", ", reached.missed())));
    }
    boolean wait =
        !alert
            && terms.event().usual().canWait()
            && upgrade.filter(one -> writing.windows.isNear(one, clock.instant())).isEmpty();
    List<Message> messages = new ArrayList<>();
    for (Reach to : reached.all()) {
      Draft draft = writing.draft(terms, event, upgrade, run, to);
      String subject = alert ? "! " + draft.subject() : draft.subject();
      // The same words about the same row reach nobody twice, whichever rules say them.
      String key =
          "rule/%d/%s/%s"
              .formatted(
                  event.seq(),
                  Sha256.hexOf(subject + '\n' + draft.text()).substring(0, 16),
                  to.channel().or(to::address).orElseThrow());
      messages.add(
          new Message(
              key,
              to.channel(),
              to.address(),
              subject,
              draft.text(),
              Optional.empty(),
              Optional.empty(),
              about(event),
              to.language().word(),
              actor,
              wait));
    }
    List<Long> posted = outbox.post(messages);
    if (practice.isAbout(about(event))) {
      return new Done(PRACTISED.formatted("told"), posted);
    }
    int known = messages.size() - posted.size();
    return new Done(
        "%d told%s%s."
            .formatted(
                posted.size(),
                known > 0 ? ", %d had been told the same by another rule".formatted(known) : "",
                reached.missed().isEmpty()
                    ? ""
                    : "; no address is known of " + String.join(", ", reached.missed())),
        posted);
  }

  /**
   * What a rule would say, and to whom, as things stand now.
   *
   * @param missed people of whom no address is known
   */
  record Would(List<String> to, List<String> missed, List<Saying> says) {}

  /** The same words to these. */
  public record Saying(List<String> to, String subject, String text) {}

  /** Of a rule that writes messages. Nothing is told. */
  Would would(RuleTerms terms, Event event, Optional<RunReport> run) {
    boolean alert = terms.action() == RuleTerms.Kind.ALERT;
    Optional<Upgrade> upgrade = event.upgrade().map(book::get);
    Reached reached = recipients.of(terms.to(), event.upgrade(), alert);
    Map<Draft, List<String>> said = new LinkedHashMap<>();
    for (Reach to : reached.all()) {
      Draft draft = writing.draft(terms, event, upgrade, run, to);
      said.computeIfAbsent(draft, _ -> new ArrayList<>()).add(to.name());
    }
    return new Would(
        reached.all().stream().map(Reach::name).toList(),
        reached.missed(),
        said.entrySet().stream()
            .map(one ->
                new Saying(
                    List.copyOf(one.getValue()),
                    (alert ? "! " : "") + one.getKey().subject(),
                    one.getKey().text()))
            .toList());
  }

  private Done call(Act act, Event event, Actor actor) {
    String channel =
        recipients
            .channel(act.to())
            .map(one -> one.name())
            .orElseThrow(() ->
                new Refused(
                    Refused.Kind.NOT_NOW,
                    "There is no %s any more. Choose another one."
                        .formatted(Recipients.words(act.to()))));
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("seq", event.seq());
    body.put("at", event.at().toString());
    body.put("actor", event.actor().name());
    body.put("what", event.what());
    body.put("subject", event.subject());
    body.put("facts", event.facts());
    event.upgrade().ifPresent(one -> body.put("upgrade", one.value()));
    List<Long> posted =
        outbox.post(
            List.of(
                Message.toChannel(
                    act.key(),
                    channel,
                    event.what(),
                    JSON.writeValueAsString(body),
                    about(event),
                    "en",
                    actor)));
    return new Done(
        practice.isAbout(about(event))
            ? PRACTISED.formatted("called")
            : "Channel %s was called.".formatted(channel),
        posted);
  }

  private Done task(RuleTerms terms, Act act, Optional<Upgrade> upgrade, Actor actor) {
    Upgrade into =
        upgrade.orElseThrow(() ->
            new Refused(
                Refused.Kind.NOT_NOW,
                "No task was made: it is about no upgrade. Say which upgrade the run carries"
                    + " out."));
    tasks.add(
        into.id().value(),
        act.key().replace('/', '-'),
        new LaunchDesk.Errand(
            terms.name(),
            terms.wording().orElse("%s: %s".formatted(act.event().what(), act.event().subject())),
            Owner.parse(act.to()).orElseThrow(),
            clock.instant().plus(Duration.ofDays(1))),
        actor);
    return new Done("A task was made for %s.".formatted(terms.toWords()), List.of());
  }

  private static String about(Event event) {
    return event.upgrade().map(one -> "/upgrades/" + one).orElse(event.subject());
  }
}
