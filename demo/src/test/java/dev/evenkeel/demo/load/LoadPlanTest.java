package dev.evenkeel.demo.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoadPlanTest {
  private static final int REQUESTS = 60_000;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 10, 20})
  void nodes_that_take_turns_get_the_same_share_of_long_requests(int nodes) {
    LoadPlan plan = LoadPlan.usual(URI.create("http://localhost/"));
    for (int node = 0; node < nodes; node++) {
      int first = node;
      long itsLongOnes =
          LongStream.range(0, REQUESTS)
              .filter(i -> i % nodes == first && plan.urlOf(i).toString().endsWith("?long"))
              .count();
      assertThat((double) itsLongOnes * nodes / REQUESTS).isBetween(0.01, 0.03);
    }
  }
}
