package dev.evenkeel.optimiser.explain;

import java.util.List;

/**
 * What would have to give, so that an upgrade could have a better place with all others where they
 * are. Everything is counted in minutes, so that one can be held against another: of a person who
 * is there besides, of a window that is longer, of a freeze that is shorter, of an upgrade that
 * moves; {@link #MONEY_OF_AN_HOUR} of money are an hour.
 *
 * @param minutes how much has to give in all
 * @param obstacles all that keep it from the place, as little as they can
 */
public record Concession(Place place, long minutes, List<Obstacle> obstacles) {
  public static final long MONEY_OF_AN_HOUR = 100;

  public Concession {
    obstacles = List.copyOf(obstacles);
  }
}
