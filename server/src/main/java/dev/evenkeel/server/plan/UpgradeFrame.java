package dev.evenkeel.server.plan;

import dev.evenkeel.server.inventory.EstateBook;
import dev.evenkeel.server.plan.UpgradeAspect.Phase;
import dev.evenkeel.server.plan.UpgradeAspect.Tab;
import dev.evenkeel.server.plan.store.StatedStore;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What stands above every page of an upgrade. */
@Component
public class UpgradeFrame {
  private final EstateBook estate;
  private final FactBook facts;
  private final StatedStore stated;
  private final List<PhaseTabs> phases;

  UpgradeFrame(
      EstateBook estate,
      FactBook facts,
      StatedStore stated,
      ObjectProvider<UpgradeAspect> aspects) {
    this.stated = stated;
    this.estate = estate;
    this.facts = facts;
    this.phases = phases(aspects.orderedStream().toList());
  }

  /** The pages in which one looks while one is at something. */
  public record PhaseTabs(Phase phase, List<Tab> tabs) {}

  private static List<PhaseTabs> phases(List<UpgradeAspect> aspects) {
    List<Tab> all =
        Stream.concat(
                Stream.of(new Tab("", "Overview", Phase.WHY)),
                aspects.stream().flatMap(aspect -> aspect.tabs().stream()))
            .toList();
    return Stream.of(Phase.values())
        .map(phase ->
            new PhaseTabs(phase, all.stream().filter(tab -> tab.phase() == phase).toList()))
        .toList();
  }

  private String label(String here) {
    return phases.stream()
        .flatMap(phase -> phase.tabs().stream())
        .filter(tab -> tab.path().equals(here))
        .map(Tab::label)
        .findFirst()
        .orElse("Overview");
  }

  /** A system of the upgrade, by name and as people call it. */
  public record Named(String name, String title, boolean isThere) {}

  /**
   * @param here path of the tab that is shown
   */
  public void around(Upgrade upgrade, String here, Model model) {
    model.addAttribute("upgrade", upgrade);
    model.addAttribute("here", here);
    model.addAttribute("practice", stated.practice(upgrade.id()));
    model.addAttribute("lifecycle", facts.lifecycle(upgrade));
    model.addAttribute("partsByPhase", phases);
    model.addAttribute("tabHere", label(here));
    model.addAttribute("systems", named(upgrade));
  }

  private List<Named> named(Upgrade upgrade) {
    return upgrade.terms().systems().stream()
        .map(name ->
            estate
                .estate()
                .system(name)
                .map(system -> new Named(name, system.shownAs(), true))
                .orElseGet(() -> new Named(name, name, false)))
        .toList();
  }
}
