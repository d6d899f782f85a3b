package dev.evenkeel.server.people;

import dev.evenkeel.server.people.TeamState.Gap;
import dev.evenkeel.server.plan.Gate;
import dev.evenkeel.server.plan.GateObjection;
import dev.evenkeel.server.plan.Upgrade;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Says in the go-live checklist what the team lacks, and not only that it is not ready. */
@Component
@Order(10)
class TeamObjection implements GateObjection {
  private static final int SAID = 3;

  private final TeamBook book;

  TeamObjection(TeamBook book) {
    this.book = book;
  }

  @Override
  public Optional<Objection> against(Upgrade upgrade, Gate gate) {
    return gate == Gate.TEAM
        ? Optional.of(book.of(upgrade.id()).gaps())
            .filter(gaps -> !gaps.isEmpty())
            .map(gaps ->
                new Objection(
                    words(gaps), "/upgrades/%s/%s".formatted(upgrade.id(), PeopleAspect.PATH)))
        : Optional.empty();
  }

  /** The most urgent ones; how many more there are. */
  private static String words(List<Gap> gaps) {
    String said = gaps.stream().limit(SAID).map(Gap::says).collect(Collectors.joining(" "));
    int more = gaps.size() - SAID;
    return more > 0
        ? "%s And %d more %s missing.".formatted(said, more, more == 1 ? "thing is" : "things are")
        : said;
  }
}
