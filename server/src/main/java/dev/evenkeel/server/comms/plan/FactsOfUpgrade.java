package dev.evenkeel.server.comms.plan;

import dev.evenkeel.server.comms.draft.Facts;
import dev.evenkeel.server.comms.draft.Known;
import dev.evenkeel.server.execution.RunReport;
import dev.evenkeel.server.inventory.EstateBook;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.schedule.RehearsedTimes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Collects what is known now, for messages. */
@Component
public class FactsOfUpgrade {
  private final EstateBook estate;
  private final UpgradeWindows windows;
  private final ObjectProvider<RehearsedTimes> rehearsed;
  private final PublicSettings address;

  FactsOfUpgrade(
      EstateBook estate,
      UpgradeWindows windows,
      ObjectProvider<RehearsedTimes> rehearsed,
      PublicSettings address) {
    this.estate = estate;
    this.windows = windows;
    this.rehearsed = rehearsed;
    this.address = address;
  }

  /**
   * @param nextBeat when a word comes next; only while a run is under way
   */
  public Facts of(
      Upgrade upgrade, PlanTerms plan, Optional<RunReport> run, Optional<Instant> nextBeat) {
    var terms = upgrade.terms();
    Optional<Window> window = windows.of(upgrade);
    Facts facts =
        Facts.none()
            .words(Known.TITLE, terms.title())
            .words(Known.SYSTEMS, titles(terms.systems()))
            .words(Known.FROM, terms.from())
            .words(Known.TO, terms.to())
            .words(Known.WHY, terms.why())
            .words(Known.OWNER, terms.owner())
            .words(Known.WAY_BACK, terms.wayBack())
            .words(Known.COMMUNICATOR, plan.communicator())
            .words(Known.SPEAKER, plan.speaker())
            .words(Known.CONTACT, plan.contact())
            .words(Known.FEEDBACK, plan.feedback())
            .words(Known.CHANGES, plan.changes())
            .words(Known.KNOWN_ISSUES, plan.knownIssues())
            .words(
                Known.PAGE,
                address.of(run.map(RunReport::path).orElse("/upgrades/" + upgrade.id())))
            .words(
                Known.STATUS_PAGE, plan.open() ? address.of("/status") : Optional.<String>empty())
            .at(Known.START, window.filter(Window::exact).map(Window::start))
            .at(Known.END, window.filter(Window::exact).map(Window::end))
            .at(Known.NEXT_UPDATE, nextBeat);
    if (window.isPresent()) {
      var zone = plan.zone().orElseGet(() -> windows.zone(upgrade));
      facts =
          facts.day(
              Known.DAY,
              window.get().exact() || terms.goLive().isEmpty()
                  ? window.get().start().atZone(zone).toLocalDate()
                  : terms.goLive().get());
    }
    if (terms.downtimeMinutes().isPresent()) {
      facts = facts.length(Known.DOWNTIME, Duration.ofMinutes(terms.downtimeMinutes().get()));
    }
    Optional<Duration> back = wayBack(upgrade);
    if (back.isPresent()) {
      facts = facts.length(Known.BACK, back.get());
    }
    return run.isPresent() ? with(facts, run.get()) : facts;
  }

  private Optional<Duration> wayBack(Upgrade upgrade) {
    List<RehearsedTimes.Rehearsed> newest =
        rehearsed
            .orderedStream()
            .flatMap(one -> one.newest().stream())
            .filter(one -> !one.at().isBefore(upgrade.madeAt()))
            .toList();
    return RehearsedTimes.of(newest, upgrade.terms().systems(), upgrade.terms().to())
        .map(RehearsedTimes.Rehearsed::wayBack);
  }

  private static Facts with(Facts before, RunReport run) {
    Facts facts =
        before
            .term(Known.STATE, run.status())
            .words(Known.REASON, run.reason())
            .words(Known.NO_ISSUES, run.hasNoIssues() ? "yes" : "")
            .words(Known.WAVE, run.wave() > 0 ? Integer.toString(run.wave()) : "")
            .words(Known.WAVES, run.waves() > 0 ? Integer.toString(run.waves()) : "")
            .at(Known.BEGAN, run.began())
            .at(Known.ENDED, run.ended())
            .words(Known.GOES_BACK, run.status().equals("ROLLING_BACK") ? "yes" : "")
            .words(Known.IS_BACK, run.status().equals("ROLLED_BACK") ? "yes" : "")
            .at(Known.SINCE, Optional.of(run.since()).filter(_ -> isHeldUp(run.status())));
    if (run.verdict().isPresent()) {
      facts =
          facts
              .term(Known.VERDICT, run.verdict().get().kind())
              .at(Known.VERDICT_AT, run.verdict().get().at());
    }
    if (run.began().isPresent() && run.ended().isPresent()) {
      facts = facts.length(Known.TOOK, Duration.between(run.began().get(), run.ended().get()));
    }
    return facts;
  }

  /** Since when it goes forward says nothing of when something was noticed. */
  private static boolean isHeldUp(String status) {
    return Set.of("PAUSED", "HELD", "ROLLING_BACK").contains(status);
  }

  private String titles(List<String> systems) {
    return systems.stream()
        .map(name -> estate.estate().system(name).map(system -> system.shownAs()).orElse(name))
        .collect(Collectors.joining(", "));
  }
}
