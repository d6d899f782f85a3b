package dev.evenkeel.server.plan;

import dev.evenkeel.server.inventory.EstateBook;
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
  private final List<UpgradeAspect> aspects;

  UpgradeFrame(
      EstateBook estate,
      FactBook facts,
      StatedStore stated,
      ObjectProvider<UpgradeAspect> aspects) {
    this.stated = stated;
    this.estate = estate;
    this.facts = facts;
    this.aspects = aspects.orderedStream().toList();
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
    model.addAttribute(
        "tabs",
        Stream.concat(
                Stream.of(new UpgradeAspect.Tab("", "Overview")),
                aspects.stream().flatMap(aspect -> aspect.tabs().stream()))
            .toList());
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
