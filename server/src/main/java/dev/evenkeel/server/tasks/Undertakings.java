package dev.evenkeel.server.tasks;

import dev.evenkeel.server.shared.Refused;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.ui.Model;

/** Whoever keeps the upgrades tells here what tasks must know of them. */
public interface Undertakings {
  /**
   * @throws Refused when there is none of that number
   */
  Undertaking get(long id);

  /** Of those that are there. */
  Map<Long, String> titles(Collection<Long> ids);

  /** To choose from: those that are next first. */
  List<Undertaking> list(int limit);

  /** The time zone in which days of the upgrade are meant, when its systems say one. */
  Optional<ZoneId> zone(long id);

  /** Puts what stands above every page of the upgrade into the model, with the tab 'tasks'. */
  void around(long id, Model model);

  /** Teams and roles somebody has, besides the name. */
  Set<Owner> hats(String person);

  /** Teams there are, and roles anybody has, by the estate. */
  Set<Owner> staffed();

  /** Names of people and teams, to choose from. */
  Choices choices();

  /** Who may be named. */
  record Choices(Collection<String> people, Collection<String> teams) {}
}
