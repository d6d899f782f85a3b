package dev.evenkeel.server.inventory;

import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.estate.EstateSystem;
import dev.evenkeel.server.shared.Refused;
import dev.evenkeel.server.shared.Right;
import dev.evenkeel.server.shared.Rights;
import dev.evenkeel.server.shared.Sender;
import dev.evenkeel.server.shared.TeamGate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Looks up the teams of systems in the estate. What belongs to no team is for whoever has the right
 * for everything.
 */
@Component
class SystemTeams implements TeamGate {
  private static final int NAMED = 3;

  private final EstateBook book;
  private final Sender sender;

  SystemTeams(EstateBook book, Sender sender) {
    this.book = book;
    this.sender = sender;
  }

  @Override
  public Optional<String> against(Rights rights, Right right, Collection<String> systems) {
    if (rights.may(right)) {
      return Optional.empty();
    }
    if (systems.isEmpty()) {
      return Optional.of(
          "It is about no system of the estate, so it takes %s for everything. %s"
              .formatted(right.words(), wayOut()));
    }
    var estate = book.estate();
    return systems.stream()
        .flatMap(name -> {
          Optional<String> team = estate.system(name).flatMap(EstateSystem::team);
          return team.filter(its -> rights.may(right, its)).isPresent()
              ? Optional.<String>empty().stream()
              : Optional.of(
                  team.map(its ->
                          "%s belongs to team %s: this takes %s for that team. %s"
                              .formatted(name, its, right.words(), wayOut()))
                      .orElseGet(() ->
                          "%s belongs to no team: this takes %s for everything. %s"
                              .formatted(name, right.words(), wayOut())))
                  .stream();
        })
        .findFirst();
  }

  @Override
  public void keep(Right right, Collection<String> systems) {
    sender
        .rightsOfSender()
        .filter(rights -> rights.maySomewhere(right))
        .flatMap(rights -> against(rights, right, systems))
        .ifPresent(why -> {
          throw new Refused(Refused.Kind.FORBIDDEN, why).with("needs", right);
        });
  }

  @Override
  public List<String> teams() {
    return List.copyOf(book.estate().all(EntryKind.TEAM).keySet());
  }

  private String wayOut() {
    var all = sender.granters();
    return all.isEmpty()
        ? "An administrator can grant it."
        : "%s can grant it."
            .formatted(String.join(" or ", all.subList(0, Math.min(NAMED, all.size()))));
  }
}
