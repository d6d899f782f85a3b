package dev.evenkeel.server.inventory.bench;

import static dev.evenkeel.server.inventory.bench.Contender.percentile;

import dev.evenkeel.estate.graph.Affected;
import dev.evenkeel.estate.graph.BlastRadius;
import dev.evenkeel.estate.graph.DependencyGraph;
import dev.evenkeel.estate.graph.Redundancy;
import dev.evenkeel.server.database.TestDatabase;
import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jgrapht.Graph;
import org.jgrapht.graph.DirectedPseudograph;
import org.jgrapht.graph.EdgeReversedGraph;
import org.jgrapht.traverse.BreadthFirstIterator;
import org.postgresql.PGConnection;

/**
 * The blast radius of 1,000 systems, asked of ours, of JGraphT and of PostgreSQL in turn; the run
 * ends when two answers differ. Prints a table; started by bench/blast-radius.sh.
 *
 * <p>Each answer is timed once by the clock, after a warming up: they take from microseconds to a
 * second, and the spread over the systems is what matters. Ours alone tells the distance too and
 * sorts by it and by name. With redundancy groups, which the others do not know, ours is asked
 * apart.
 */
final class BlastRadiusBench {
  private static final int ASKED = 1_000;
  private static final int WARM_UP = 200;

  /** With distances, every system would be in the answer as often as there are distances to it. */
  private static final String SQL =
      """
      with recursive affected (system) as (
        select from_system from dependency where to_system = ?
        union
        select from_system from dependency join affected on to_system = system)
      select system from affected where system <> ?
      """;

  private BlastRadiusBench() {}

  public static void main(String... arguments) throws SQLException, IOException {
    long seed = arguments.length > 0 ? Long.parseLong(arguments[0]) : 1;
    var estate = LayeredEstate.of(seed);
    var graph = estate.graph();
    var reversed = new EdgeReversedGraph<>(asJGraphT(graph));
    try (var database = TestDatabase.empty().create();
        var connection = database.dataSource().getConnection()) {
      load(connection, graph);
      try (var query = connection.prepareStatement(SQL)) {
        var alike =
            List.of(
                new Contender("Evenkeel", system -> ours(BlastRadius.in(graph), system)),
                new Contender("JGraphT's BreadthFirstIterator", system -> theirs(reversed, system)),
                new Contender("recursive SQL", system -> queried(query, system)));
        var redundancy = Redundancy.of(graph, estate.groups());
        var apart =
            List.of(
                new Contender(
                    "Evenkeel, with redundancy groups",
                    system -> ours(BlastRadius.in(graph).given(redundancy), system)));
        for (var contenders : List.of(alike, apart)) {
          ask(contenders, estate.drawn(WARM_UP, seed + 1));
          contenders.forEach(Contender::forget);
        }
        var sizes = ask(alike, estate.drawn(ASKED, seed + 2));
        ask(apart, estate.drawn(ASKED, seed + 2));

        System.out.printf(
            "%,d systems, %,d dependencies, %,d systems asked, seed %d; all answers the same%n%n",
            graph.nodes(), graph.edges(), sizes.length, seed);
        System.out.println("| | p50 | p99 | longest |");
        System.out.println("|---|---|---|---|");
        System.out.printf(
            "| systems affected | %,.0f | %,.0f | %,.0f |%n",
            percentile(sizes, 50), percentile(sizes, 99), percentile(sizes, 100));
        Stream.concat(alike.stream(), apart.stream())
            .map(Contender::row)
            .forEach(System.out::println);
      }
    }
  }

  /** How many systems were affected, each time. */
  private static double[] ask(List<Contender> contenders, int[] systems) {
    var sizes = new double[systems.length];
    for (int i = 0; i < systems.length; i++) {
      int system = systems[i];
      var answers = contenders.stream().map(contender -> contender.ask(system)).toList();
      if (!answers.stream().allMatch(answer -> Arrays.equals(answer, answers.getFirst()))) {
        throw new IllegalStateException("the answers differ for " + system);
      }
      sizes[i] = answers.getFirst().length;
    }
    return sizes;
  }

  private static Supplier<IntStream> ours(BlastRadius radius, int system) {
    var affected = radius.of(system);
    return () -> affected.stream().mapToInt(Affected::node);
  }

  private static Supplier<IntStream> theirs(Graph<Integer, Integer> reversed, int system) {
    var affected = new ArrayList<Integer>();
    new BreadthFirstIterator<>(reversed, system).forEachRemaining(affected::add);
    return () -> affected.stream().skip(1).mapToInt(Integer::intValue);
  }

  private static Supplier<IntStream> queried(PreparedStatement query, int system) {
    try {
      query.setInt(1, system);
      query.setInt(2, system);
      var affected = IntStream.builder();
      try (var rows = query.executeQuery()) {
        while (rows.next()) {
          affected.add(rows.getInt(1));
        }
      }
      return affected::build;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Graph<Integer, Integer> asJGraphT(DependencyGraph graph) {
    var same = new DirectedPseudograph<Integer, Integer>(null, null, false);
    IntStream.range(0, graph.nodes()).forEach(same::addVertex);
    IntStream.range(0, graph.edges())
        .forEach(edge -> same.addEdge(graph.from(edge), graph.to(edge), edge));
    return same;
  }

  private static void load(Connection connection, DependencyGraph graph)
      throws SQLException, IOException {
    var rows = new StringBuilder();
    for (int edge = 0; edge < graph.edges(); edge++) {
      rows.append(graph.from(edge)).append('\t').append(graph.to(edge)).append('\n');
    }
    try (var statement = connection.createStatement()) {
      statement.execute(
          "create table dependency (from_system int not null, to_system int not null)");
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn("copy dependency from stdin", new StringReader(rows.toString()));
      statement.execute("create index on dependency (to_system, from_system)");
      statement.execute("vacuum analyze dependency");
    }
  }
}
