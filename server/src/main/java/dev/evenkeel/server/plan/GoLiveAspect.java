package dev.evenkeel.server.plan;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the page of an upgrade says of its go-live checklist. */
@Component
@Order(-5)
class GoLiveAspect implements UpgradeAspect {
  static final String PATH = "go-live";

  private final FactBook facts;

  GoLiveAspect(FactBook facts) {
    this.facts = facts;
  }

  @Override
  public List<Tab> tabs() {
    return List.of(new Tab(PATH, "Go-live", Phase.AGREE));
  }

  @Override
  public Look look(Upgrade upgrade) {
    Checklist list = facts.checklist(upgrade);
    int all = list.items().size();
    return list.ready()
        ? new Look(
            List.of(
                new Answer("Go-live checklist", "All %d are yes".formatted(all), "", "good", PATH)),
            List.of())
        : new Look(
            List.of(
                new Answer(
                    "Go-live checklist",
                    "%d of %d are yes".formatted(all - list.missing(), all),
                    "",
                    "",
                    PATH)),
            List.of(
                new Blocker(
                    "Of the go-live checklist %d of %d %s no."
                        .formatted(list.missing(), all, list.missing() == 1 ? "is" : "are"),
                    "Any no delays go-live.",
                    PATH)));
  }
}
