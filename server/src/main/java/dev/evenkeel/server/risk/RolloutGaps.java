package dev.evenkeel.server.risk;

import dev.evenkeel.estate.Criticality;
import dev.evenkeel.estate.Dependency;
import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.estate.Estate;
import dev.evenkeel.estate.EstateSystem;
import dev.evenkeel.server.inventory.EstateBook;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.risk.reckon.RolloutSheet;
import dev.evenkeel.server.risk.reckon.Strategy;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** What is still to be said of a roll-out, and what of its order cannot be. */
@Service
public class RolloutGaps {
  private final EstateBook estate;
  private final RiskDesk desk;
  private final SheetBook sheets;

  RolloutGaps(EstateBook estate, RiskDesk desk, SheetBook sheets) {
    this.estate = estate;
    this.desk = desk;
    this.sheets = sheets;
  }

  public List<String> of(Upgrade upgrade, RolloutSheet sheet) {
    var around = desk.surroundings(upgrade);
    boolean sideBySide =
        sheets
            .get(upgrade.id(), SheetKind.STRATEGY)
            .sheet()
            .decided()
            .filter(one -> one == Strategy.PARALLEL || one == Strategy.HYBRID)
            .isPresent();
    return sheet.open(around.criticality() == Criticality.RED, around.holdsData(), sideBySide);
  }

  /** What stands before something that it needs: a component goes after what it stands on. */
  public List<String> outOfOrder(RolloutSheet sheet) {
    List<String> order = sheet.tiers().order();
    Estate now = estate.estate();
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < order.size(); i++) {
      String early = order.get(i);
      List<String> later = order.subList(i + 1, order.size());
      now.system(early).stream()
          .flatMap(system -> system.dependsOn().stream())
          .map(Dependency::system)
          .filter(later::contains)
          .forEach(
              needed -> wrong.add("%s goes before %s, which it needs.".formatted(early, needed)));
    }
    return wrong;
  }

  /** Systems that the upgrade does not change and is joined with, by name. */
  public List<String> neighbours(Upgrade upgrade) {
    List<String> own = upgrade.terms().systems();
    Estate now = estate.estate();
    Stream<String> needed =
        own.stream()
            .flatMap(name -> now.system(name).stream())
            .flatMap(system -> system.dependsOn().stream())
            .map(Dependency::system);
    Stream<String> needing =
        now.all(EntryKind.SYSTEM).values().stream()
            .map(document -> (EstateSystem) document.entry())
            .filter(
                system -> system.dependsOn().stream().anyMatch(need -> own.contains(need.system())))
            .map(EstateSystem::name);
    return Stream.concat(needed, needing)
        .filter(name -> !own.contains(name))
        .distinct()
        .sorted()
        .toList();
  }
}
