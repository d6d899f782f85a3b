package dev.evenkeel.server.people;

import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeAspect;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the page of an upgrade says of its people. */
@Component
@Order(-4)
class PeopleAspect implements UpgradeAspect {
  static final String PATH = "people";

  private final TeamBook book;

  PeopleAspect(TeamBook book) {
    this.book = book;
  }

  @Override
  public List<Tab> tabs() {
    return List.of(new Tab(PATH, "People", Phase.PLAN));
  }

  @Override
  public Look look(Upgrade upgrade) {
    TeamState state = book.of(upgrade.id());
    String who =
        state.seats().isEmpty()
            ? "Nobody is named"
            : "%d of %d promised to be there".formatted(state.promised(), state.seats().size());
    return new Look(
        List.of(
            new Answer(
                "Team",
                state.ready() ? "Ready: " + who : who,
                state.decides().map("%s decides on going back"::formatted).orElse(""),
                state.ready() ? "good" : "",
                PATH)),
        state.gaps().isEmpty()
            ? List.of()
            : List.of(
                new Blocker(
                    "The team is not ready: %d %s missing."
                        .formatted(
                            state.gaps().size(),
                            state.gaps().size() == 1 ? "thing is" : "things are"),
                    state.gaps().getFirst().says(),
                    PATH)));
  }
}
