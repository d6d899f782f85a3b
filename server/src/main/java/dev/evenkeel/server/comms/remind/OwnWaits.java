package dev.evenkeel.server.comms.remind;

import dev.evenkeel.estate.Person;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Rights;
import dev.evenkeel.server.shared.StandingRights;
import dev.evenkeel.server.shared.Wait;
import dev.evenkeel.server.shared.Waiting;
import java.time.Instant;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What waits for somebody beside tasks, of which more is known here. */
@Component
class OwnWaits {
  private final ObjectProvider<Waiting> sources;
  private final StandingRights rights;

  OwnWaits(ObjectProvider<Waiting> sources, StandingRights rights) {
    this.sources = sources;
    this.rights = rights;
  }

  /** A word while a run is under way is asked for within minutes, and not here. */
  List<Digest.Item> of(Person person, Instant now) {
    Rights may =
        rights.of(Actor.person(person.name()), now)
                instanceof StandingRights.Standing.Holds(Rights has)
            ? has
            : Rights.none();
    return sources
        .orderedStream()
        .flatMap(source -> source.of(person.name(), may).stream())
        .filter(wait -> wait.kind() != Wait.Kind.TASK && wait.kind() != Wait.Kind.WORD)
        .sorted(Wait.URGENT)
        .map(Digest.Item::of)
        .toList();
  }
}
