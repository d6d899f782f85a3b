package dev.evenkeel.server.inventory.web;

import dev.evenkeel.estate.Criticality;
import dev.evenkeel.estate.EstateSystem;
import dev.evenkeel.estate.backlog.Ranking;
import dev.evenkeel.estate.version.Step;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Which systems of the backlog a reader wants.
 *
 * @param q words that the name, the title, the product or the team says, each somewhere
 */
record BacklogFilter(String q, Optional<Criticality> criticality, Optional<Step.Size> size) {

  /** The places of those that fit, the first one first. */
  int[] places(Ranking ranking) {
    return IntStream.range(0, ranking.size()).filter(place -> fits(ranking, place)).toArray();
  }

  private boolean fits(Ranking ranking, int place) {
    int node = ranking.node(place);
    return criticality.filter(c -> c != ranking.map().rating(node).criticality()).isEmpty()
        && size.filter(s -> ranking.step(place).filter(step -> step == s).isEmpty()).isEmpty()
        && (q.isBlank() || isSaidBy(ranking.map().node(node).system().orElseThrow()));
  }

  private boolean isSaidBy(EstateSystem system) {
    return DocumentView.says(
        q,
        system.name(),
        system.title().orElse(""),
        system.product().orElse(""),
        system.team().orElse(""));
  }
}
