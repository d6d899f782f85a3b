package dev.evenkeel.estate.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.evenkeel.estate.Criticality;
import dev.evenkeel.estate.Document;
import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.estate.graph.Affected.Effect;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who is hit by an upgrade. */
@Tag("C13")
class BlastTest {
  private final EstateMap map =
      RatingsTest.map(
          "{kind: UserGroup, name: buyers, audience: customers, users: 9000, dependsOn: [shop]}",
          "{kind: Workflow, name: order, dependsOn: [shop]}",
          "{kind: System, name: shop, users: 9500, dependsOn: [web1, web2, db]}",
          "{kind: System, name: web1, group: web, dependsOn: [cache, not-described]}",
          "{kind: System, name: web2, group: web}",
          "{kind: System, name: cache}",
          "{kind: System, name: db}",
          "{kind: System, name: wiki, dependsOn: [{system: db, type: script}]}");

  @Test
  void all_who_cannot_go_on_are_hit_with_how_far_they_are_and_how_many_people_they_are() {
    Blast blast = blast("db");
    assertThat(blast.hits())
        .extracting(hit -> hit.node().name(), Blast.Hit::hops, Blast.Hit::effect)
        .containsExactly(
            tuple("shop", 1, Effect.HIT),
            tuple("wiki", 1, Effect.HIT),
            tuple("buyers", 2, Effect.HIT),
            tuple("order", 2, Effect.HIT));
    assertThat(blast.users()).as("the shop has more than the group").isEqualTo(9500);
    assertThat(blast.systems(Criticality.RED)).as("what is away included").isEqualTo(2);
    assertThat(blast.worst()).contains(Criticality.RED);
    assertThat(blast.count(Node.Sort.WORKFLOW, Effect.HIT)).isEqualTo(1);
  }

  @Test
  void where_another_stands_in_it_is_weakened_and_goes_no_further() {
    Blast blast = blast("cache");
    assertThat(blast.hits())
        .extracting(hit -> hit.node().name(), Blast.Hit::effect)
        .containsExactly(tuple("web1", Effect.HIT), tuple("shop", Effect.WEAKENED));
    assertThat(blast.users()).isZero();
  }

  @Test
  void a_system_nobody_has_described_stands_on_the_map_and_hits_those_who_name_it() {
    assertThat(blast("not-described").hits())
        .extracting(hit -> hit.node().name())
        .containsExactly("web1", "shop");
    int node = map.find(new Document.Key(EntryKind.SYSTEM, "not-described")).orElseThrow();
    assertThat(map.node(node).sort()).isEqualTo(Node.Sort.MISSING);
  }

  private Blast blast(String name) {
    return Blast.of(map, map.find(new Document.Key(EntryKind.SYSTEM, name)).orElseThrow());
  }
}
