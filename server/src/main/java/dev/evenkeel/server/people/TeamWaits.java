package dev.evenkeel.server.people;

import dev.evenkeel.server.plan.NearUpgrades;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.risk.SheetBook;
import dev.evenkeel.server.shared.Rights;
import dev.evenkeel.server.shared.Wait;
import dev.evenkeel.server.shared.Waiting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What teams of upgrades that begin soon ask of their people. */
@Component
class TeamWaits implements Waiting {
  private final SheetBook sheets;
  private final TeamBook book;
  private final NearUpgrades near;

  TeamWaits(SheetBook sheets, TeamBook book, NearUpgrades near) {
    this.sheets = sheets;
    this.book = book;
    this.near = near;
  }

  @Override
  public List<Wait> of(String person, Rights rights) {
    Map<UpgradeId, Team> naming = sheets.naming(Part.TEAM.kind(), person);
    List<Wait> all = new ArrayList<>();
    if (naming.isEmpty()) {
      return all;
    }
    for (NearUpgrades.Near one : near.all()) {
      UpgradeId id = one.upgrade().id();
      Team team = naming.get(id);
      if (team != null && team.people().contains(person)) {
        TeamState state = book.of(id);
        state
            .seat(person)
            .ifPresent(seat -> {
              if (state.givenOut().isPresent() && seat.seen().isEmpty()) {
                all.add(wait(Wait.Kind.TEAM, "chart/%s/%s".formatted(id, state.chart()), one));
              }
              if (state.window().span().isPresent() && seat.there().isEmpty()) {
                all.add(
                    wait(
                        Wait.Kind.PROMISE,
                        "promise/%s/%s".formatted(id, state.window().about()),
                        one));
              }
            });
      }
    }
    return all;
  }

  private static Wait wait(Wait.Kind kind, String key, NearUpgrades.Near one) {
    return new Wait(
        kind,
        key,
        one.upgrade().terms().title(),
        "",
        Optional.of(one.start()),
        "/upgrades/%s/%s".formatted(one.upgrade().id(), PeopleAspect.PATH));
  }
}
