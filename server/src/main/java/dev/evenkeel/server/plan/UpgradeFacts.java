package dev.evenkeel.server.plan;

import dev.evenkeel.server.plan.store.DecisionStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What happened to the record itself. */
@Component
class UpgradeFacts implements FactSource {
  private final DecisionStore decisions;

  UpgradeFacts(DecisionStore decisions) {
    this.decisions = decisions;
  }

  @Override
  public Stream<Fact> of(Upgrade upgrade) {
    String path = "/upgrades/" + upgrade.id();
    List<Fact> facts = new ArrayList<>();
    facts.add(
        new Fact(
            "upgrade-made",
            Optional.of(upgrade.madeAt()),
            Optional.of(upgrade.madeBy().name()),
            "It was written down.",
            path,
            true));
    if (upgrade.version() > 1) {
      facts.add(
          new Fact(
              "upgrade-changed",
              Optional.of(upgrade.changedAt()),
              Optional.of(upgrade.changedBy().name()),
              "It was changed, for the last time up to now.",
              path + "/history",
              true));
    }
    upgrade
        .terms()
        .goLive()
        .ifPresent(day ->
            facts.add(
                new Fact(
                    Fact.GO_LIVE_SET,
                    Optional.empty(),
                    Optional.empty(),
                    "Go-live is on %s.".formatted(day),
                    path,
                    true)));
    decisions.of(upgrade.id()).forEach(one -> facts.add(fact(one, path)));
    return facts.stream();
  }

  private static Fact fact(Decision decision, String path) {
    return new Fact(
        "decided-" + decision.kind().name().toLowerCase(Locale.ROOT),
        Optional.of(decision.at()),
        Optional.of(decision.by().name()),
        "%s: %s%s"
            .formatted(
                decision.gate().map(Gate::asks).orElse(decision.kind().says())
                    + (decision.kind() == Decision.Kind.WITHDRAW ? " – not so" : ""),
                decision.why(),
                decision.open().map(" Tasks stay open: %s"::formatted).orElse("")),
        decision.gate().isPresent() ? path + "/go-live" : path,
        decision.kind() != Decision.Kind.CANCEL && decision.kind() != Decision.Kind.WITHDRAW);
  }
}
