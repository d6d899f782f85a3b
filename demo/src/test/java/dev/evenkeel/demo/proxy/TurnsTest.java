package dev.evenkeel.demo.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TurnsTest {

  record Weighed(String name, double weight) {}

  final Turns<Weighed> turns = new Turns<>(Weighed::name, Weighed::weight);

  @Test
  void a_canary_gets_exactly_its_share_of_every_hundred() {
    var nodes = List.of(of("n1", 15.79), of("n2", 100), of("n3", 100), of("n4", 100));
    for (int hundred = 0; hundred < 3; hundred++) {
      Map<String, Integer> dealt = deal(nodes, 100);
      assertThat(dealt.get("n1")).isEqualTo(5);
      assertThat(dealt.get("n2")).isBetween(31, 32);
    }
  }

  @Test
  void turns_of_one_node_are_spread_out() {
    var nodes = List.of(of("n1", 50), of("n2", 100));
    for (int i = 0; i < 10; i++) {
      assertThat(deal(nodes, 3)).containsEntry("n1", 1).containsEntry("n2", 2);
    }
  }

  @Test
  void nobody_there_is_nobodys_turn() {
    assertThat(turns.next(List.of())).isEmpty();
  }

  private Map<String, Integer> deal(List<Weighed> nodes, int times) {
    Map<String, Integer> dealt = new HashMap<>();
    for (int i = 0; i < times; i++) {
      dealt.merge(turns.next(nodes).orElseThrow().name(), 1, Integer::sum);
    }
    return dealt;
  }

  private static Weighed of(String name, double weight) {
    return new Weighed(name, weight);
  }
}
