package dev.evenkeel.estate.backlog;

import dev.evenkeel.estate.Document;
import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.estate.EstateSystem;
import dev.evenkeel.estate.map.EstateMap;
import dev.evenkeel.estate.map.Node;
import dev.evenkeel.estate.version.Step;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The order of the backlog, and what ends when, of all systems of a map. Never changes.
 *
 * <p>Made for a hundred thousand systems: of each it keeps its place and what it shares with all of
 * its version, some 20 bytes. What a reader sees of one, with the calculation in words, is made
 * again when it is looked at. What was matched for the ranking before is taken over for every
 * system that has not changed.
 */
public final class Ranking {
  private static final int NEVER = Integer.MAX_VALUE;
  private static final byte NOWHERE = -1;
  private static final Standing.What[] WHATS = Standing.What.values();
  private static final Step.Size[] SIZES = Step.Size.values();

  private final EstateMap map;
  private final Standings standings;
  private final Exposures exposures;
  private final Weights weights;
  private final @Nullable Answer[] answers;
  private final int[] ends;
  private final byte[] whats;
  private final byte[] steps;
  private final int[] order;

  private Ranking(
      EstateMap map,
      Standings standings,
      Exposures exposures,
      Weights weights,
      Optional<Ranking> before) {
    this.map = map;
    this.standings = standings;
    this.exposures = exposures;
    this.weights = weights;
    answers = new Answer[map.size()];
    ends = new int[map.size()];
    whats = new byte[map.size()];
    steps = new byte[map.size()];
    Arrays.fill(steps, NOWHERE);
    Arrays.fill(ends, NEVER);
    Optional<Ranking> same = before.filter(old -> old.standings == standings);
    double[] scores = new double[map.size()];
    int[] ranked = new int[map.size()];
    int size = 0;
    Backlog backlog = new Backlog(map, exposures, weights, standings.today());
    for (int node = 0; node < map.size(); node++) {
      if (map.node(node).sort() == Node.Sort.SYSTEM) {
        EstateSystem system = system(node);
        Answer answer =
            same.flatMap(old -> old.answerOf(system)).orElseGet(() -> standings.answer(system));
        Standing standing = standings.of(system, answer);
        answers[node] = answer;
        keepEnd(node, standing);
        Optional<BacklogItem> item = backlog.item(node, standing, answer.target());
        if (item.isPresent()) {
          scores[node] = item.get().score();
          steps[node] =
              item.get()
                  .target()
                  .map(target -> (byte) target.step().size().ordinal())
                  .orElse(NOWHERE);
          ranked[size++] = node;
        }
      }
    }
    order = inOrder(Arrays.copyOf(ranked, size), scores);
  }

  /**
   * @param before what was made before, of the same standings where they still hold
   */
  public static Ranking of(
      EstateMap map,
      Standings standings,
      Exposures exposures,
      Weights weights,
      Optional<Ranking> before) {
    return new Ranking(map, standings, exposures, weights, before);
  }

  private void keepEnd(int node, Standing standing) {
    standing
        .end()
        .ifPresent(end -> {
          ends[node] = Math.toIntExact(end.day().toEpochDay());
          whats[node] = (byte) end.what().ordinal();
        });
  }

  /** The highest score first, then by name. */
  private int[] inOrder(int[] ranked, double[] scores) {
    return Arrays.stream(ranked)
        .boxed()
        .sorted(
            Comparator.comparingDouble((Integer node) -> scores[node])
                .reversed()
                .thenComparing(node -> map.node(node).name()))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private EstateSystem system(int node) {
    return map.node(node).system().orElseThrow();
  }

  /** The answer for exactly this document of the system; an older one says nothing. */
  private Optional<Answer> answerOf(EstateSystem system) {
    return nodeOf(system).map(node -> answers[node]);
  }

  private Optional<Integer> nodeOf(EstateSystem system) {
    return map.find(new Document.Key(EntryKind.SYSTEM, system.name()))
        .filter(node -> map.node(node).system().filter(known -> known == system).isPresent());
  }

  /** Of what it was made. */
  public EstateMap map() {
    return map;
  }

  public Standings standings() {
    return standings;
  }

  public Exposures exposures() {
    return exposures;
  }

  public Weights weights() {
    return weights;
  }

  /** How many systems could move. */
  public int size() {
    return order.length;
  }

  /** The node of the system at a place. */
  public int node(int place) {
    return order[place];
  }

  /** How far the system at a place would move; empty when there is no target. */
  public Optional<Step.Size> step(int place) {
    byte step = steps[order[place]];
    return step == NOWHERE ? Optional.empty() : Optional.of(SIZES[step]);
  }

  /** Where a system stands in the order. */
  public Optional<Integer> place(String system) {
    return map.find(new Document.Key(EntryKind.SYSTEM, system))
        .flatMap(node ->
            IntStream.range(0, order.length)
                .filter(place -> order[place] == node)
                .boxed()
                .findFirst());
  }

  /** With the calculation in words. */
  public List<BacklogItem> items(int from, int to) {
    return items(Arrays.stream(order, from, to));
  }

  /** Those at some places, with the calculation in words. */
  public List<BacklogItem> items(List<Integer> places) {
    return items(places.stream().mapToInt(place -> order[place]));
  }

  private List<BacklogItem> items(IntStream nodes) {
    Backlog backlog = new Backlog(map, exposures, weights, standings.today());
    return nodes
        .mapToObj(node -> {
          Standing standing = standings.of(system(node));
          return backlog
              .item(node, standing, standings.answer(system(node)).target())
              .orElseThrow();
        })
        .toList();
  }

  /** The first end of a node's system, as a day since 1970; the greatest number for none. */
  public int endDay(int node) {
    return ends[node];
  }

  /** What of a system ends first. */
  public Optional<Standing.End> end(int node) {
    return ends[node] == NEVER
        ? Optional.empty()
        : Optional.of(
            new Standing.End(
                LocalDate.ofEpochDay(ends[node]), WHATS[whats[node]], !isUndated(node)));
  }

  /** Whether what ends first is over, and nobody says since when. */
  private boolean isUndated(int node) {
    Answer answer = answers[node];
    return ends[node] != NEVER
        && WHATS[whats[node]] == Standing.What.VENDOR_SUPPORT
        && answer != null
        && answer.status().filter(status -> status.until().isEmpty()).isPresent();
  }

  /** The first end of a system as it was when this was made; empty when it has changed since. */
  public Optional<Integer> endDay(EstateSystem system) {
    return nodeOf(system).map(node -> ends[node]);
  }

  /** Systems no product was found for. */
  public IntStream withoutProduct() {
    IntPredicate unmatched =
        node -> {
          Answer answer = answers[node];
          return answer != null && answer.match().chosen().isEmpty();
        };
    return IntStream.range(0, map.size()).filter(unmatched);
  }
}
