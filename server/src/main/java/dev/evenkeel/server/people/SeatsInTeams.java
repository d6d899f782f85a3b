package dev.evenkeel.server.people;

import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.risk.SheetBook;
import dev.evenkeel.server.tasks.Owner;
import dev.evenkeel.server.tasks.Seats;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** A task for a role is a duty of whoever has that part in the team of the upgrade. */
@Component
class SeatsInTeams implements Seats {
  private final SheetBook sheets;

  SeatsInTeams(SheetBook sheets) {
    this.sheets = sheets;
  }

  @Override
  public Map<Long, Set<Owner>> of(String person) {
    Map<Long, Set<Owner>> seats = new HashMap<>();
    sheets
        .naming(Part.TEAM.kind(), person)
        .forEach((upgrade, team) -> {
          Set<Owner> roles =
              team.of(person).stream()
                  .flatMap(member -> member.role().owners().stream())
                  .collect(Collectors.toSet());
          if (!roles.isEmpty()) {
            seats.put(upgrade.value(), roles);
          }
        });
    return seats;
  }

  @Override
  public Set<Owner> taken(long upgrade) {
    return sheets.get(new UpgradeId(upgrade), Part.TEAM.kind()).sheet().members().stream()
        .flatMap(member -> member.role().owners().stream())
        .collect(Collectors.toSet());
  }
}
