package dev.evenkeel.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.people.Duties.Duty;
import dev.evenkeel.server.tasks.ChartLine;
import dev.evenkeel.server.tasks.Owner;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who does what, proposed from the team and its tasks (C41). */
@Tag("C41")
class ChartTest {
  private static Team.Member member(TeamRole role) {
    return new Team.Member(role, role.word(), Optional.empty());
  }

  private static Team all() {
    return new Team(List.of(TeamRole.values()).stream().map(ChartTest::member).toList());
  }

  private static Duty row(Duties duties, String task) {
    return duties.rows().stream().filter(one -> one.task().equals(task)).findFirst().orElseThrow();
  }

  @Test
  void the_usual_parts_are_as_most_upgrades_have_them() {
    Duties chart = Chart.proposed(all(), List.of());
    Duty carryOut = row(chart, "Carry out the upgrade");
    assertThat(carryOut.of(TeamRole.LEAD_ENGINEER)).contains(Letter.R);
    assertThat(carryOut.of(TeamRole.IT_MANAGER)).contains(Letter.A);
    assertThat(carryOut.of(TeamRole.CUSTOMER_SUPPORT)).contains(Letter.I);
    assertThat(row(chart, "Changes to features").of(TeamRole.PRODUCT_MANAGER)).contains(Letter.C);
    assertThat(row(chart, "Verify mappings of data").of(TeamRole.DOMAIN_OWNER)).contains(Letter.A);
    assertThat(row(chart, "Decide on going back").accountable())
        .containsExactly(TeamRole.BUSINESS_SPONSOR);
  }

  @Test
  void exactly_one_answers_for_each_line_whoever_is_in_the_team() {
    assertThat(Chart.proposed(all(), List.of()).rows())
        .allSatisfy(row -> assertThat(row.fault()).isEmpty());
    Team small =
        new Team(List.of(member(TeamRole.LEAD_ENGINEER), member(TeamRole.BUSINESS_SPONSOR)));
    assertThat(Chart.proposed(small, List.of()).rows())
        .allSatisfy(
            row -> assertThat(row.accountable()).containsExactly(TeamRole.BUSINESS_SPONSOR));
  }

  @Test
  void a_line_with_two_who_answer_for_it_or_none_cannot_be() {
    assertThat(
            new Duty("x", Map.of(TeamRole.IT_MANAGER, Letter.A, TeamRole.OPERATIONS, Letter.AR))
                .fault())
        .hasValueSatisfying(says -> assertThat(says).contains("2 are accountable", "Operations"));
    assertThat(new Duty("x", Map.of(TeamRole.IT_MANAGER, Letter.R)).fault())
        .hasValueSatisfying(says -> assertThat(says).contains("Nobody is accountable"));
  }

  @Test
  void a_task_brings_what_its_template_says_and_everybody_means_all() {
    Duties chart =
        Chart.proposed(
            all(),
            List.of(
                new ChartLine(
                    "Test every layer",
                    Optional.of(new Owner(Owner.Kind.ROLE, "product-manager")),
                    List.of(
                        new Owner(Owner.Kind.ROLE, "test-lead"),
                        new Owner(Owner.Kind.TEAM, "it-operations")),
                    List.of(new Owner(Owner.Kind.ROLE, "domain-owners")),
                    List.of(new Owner(Owner.Kind.ROLE, "everybody")))));
    Duty row = row(chart, "Test every layer");
    assertThat(row.accountable()).containsExactly(TeamRole.PRODUCT_MANAGER);
    assertThat(row.of(TeamRole.TEST_LEAD)).contains(Letter.R);
    assertThat(row.of(TeamRole.OPERATIONS)).contains(Letter.R);
    assertThat(row.of(TeamRole.DOMAIN_OWNER)).contains(Letter.C);
    assertThat(row.of(TeamRole.VALIDATOR)).contains(Letter.I);
  }

  @Test
  void a_task_called_like_a_usual_line_stands_in_its_place() {
    Duties chart =
        Chart.proposed(
            all(),
            List.of(
                new ChartLine(
                    "Carry out the upgrade",
                    Optional.of(new Owner(Owner.Kind.ROLE, "upgrade-lead")),
                    List.of(),
                    List.of(),
                    List.of())));
    assertThat(chart.rows()).extracting(Duty::task).doesNotHaveDuplicates();
    assertThat(row(chart, "Carry out the upgrade").accountable())
        .containsExactly(TeamRole.UPGRADE_LEAD);
  }

  @Test
  void another_person_or_another_letter_is_another_chart() {
    Team team = new Team(List.of(member(TeamRole.IT_MANAGER)));
    Duties duties = new Duties(List.of(new Duty("x", Map.of(TeamRole.IT_MANAGER, Letter.A))));
    String chart = TeamBook.chart(team, duties);
    assertThat(TeamBook.chart(team, duties)).isEqualTo(chart);
    assertThat(TeamBook.chart(all(), duties)).isNotEqualTo(chart);
    assertThat(
            TeamBook.chart(
                team, new Duties(List.of(new Duty("x", Map.of(TeamRole.IT_MANAGER, Letter.AR))))))
        .isNotEqualTo(chart);
  }
}
