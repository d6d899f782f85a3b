package dev.evenkeel.bench;

import ai.timefold.solver.core.api.domain.common.PlanningId;
import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
import dev.evenkeel.bench.Instance.Place;
import java.util.List;

/** An upgrade that Timefold places. */
@PlanningEntity
public final class TimefoldUpgrade {
  @PlanningId private int number;
  private List<Place> places;

  @PlanningVariable(valueRangeProviderRefs = "places", allowsUnassigned = true)
  private Place place;

  /** For Timefold. */
  public TimefoldUpgrade() {}

  TimefoldUpgrade(int number, List<Place> places, Place place) {
    this.number = number;
    this.places = places;
    this.place = place;
  }

  @ValueRangeProvider(id = "places")
  public List<Place> getPlaces() {
    return places;
  }

  public int getNumber() {
    return number;
  }

  public Place getPlace() {
    return place;
  }

  public void setPlace(Place place) {
    this.place = place;
  }
}
